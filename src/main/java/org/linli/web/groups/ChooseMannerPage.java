package org.linli.web.groups;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.ChooseManner;
import org.linli.community.Talkativeness;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Sets how talkative the service is in a group, in words that stand on the page of groups with their rates.
@Controller
class ChooseMannerPage {

    /// @param group  whose manner is chosen
    /// @param manner a word of [Talkativeness]
    record Chosen(@Nullable String group, @Nullable String manner) {

        String which() {
            return group == null ? "" : group;
        }
    }

    private final AtTheGroups groups;
    private final ChooseManner manners;

    ChooseMannerPage(AtTheGroups groups, ChooseManner manners) {
        this.groups = groups;
        this.manners = manners;
    }

    /// Signals 400 for a word that is no manner, 404 for whom the groups are none of their business.
    @PostMapping("/desk/groups/manner")
    Mono<String> choose(Chosen chosen) {
        return groups.member()
                .flatMap(by -> manners.choose(by, chosen.which(), manner(chosen.manner())))
                .thenReturn("redirect:/desk/groups");
    }

    private static Talkativeness manner(@Nullable String word) {
        return Stream.of(Talkativeness.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
