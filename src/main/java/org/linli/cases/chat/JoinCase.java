package org.linli.cases.chat;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseNumber;
import org.linli.cases.FindCases;
import org.linli.cases.SpokenTime;
import org.linli.cases.joining.OfThere;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "Mine too": one tap under what a group was told. Whoever lives there, or reads along in a group there, joins.
@Component
class JoinCase implements Skill {

    private static final SetPhrase BUTTON = SetPhrase.of("我家也是", "case.join");
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private final FindCases cases;
    private final FollowCase follow;
    private final Communities communities;
    private final ActByChat acts;
    private final Clock clock;

    JoinCase(FindCases cases, FollowCase follow, Communities communities, ActByChat acts, Clock clock) {
        this.cases = cases;
        this.follow = follow;
        this.communities = communities;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "case-join";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.join");
    }

    /// Only with the number that our answer told: without it, the dialogue knows which problem the group speaks of.
    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said).filter(_ -> NUMBER.matcher(said).find());
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return communities
                .map(request.speaker().community())
                .flatMap(map -> CaseNumber.in(request.text(), map.casePrefix(), SpokenTime.year(clock.instant()))
                        .map(number -> join(request, number, map))
                        .orElseGet(() -> Mono.just(Answer.saying("case-none", Map.of()))));
    }

    private Mono<Answer> join(Request request, String number, CommunityMap map) {
        return cases.goingOn(map.id(), number)
                .filter(file -> file.isShared() && isOfThere(file, request.speaker(), map))
                .flatMap(file -> file.it().isOpen()
                        ? follow.joining(request, file.it())
                        : acts.tell(request, file.it(), "case-not-now"))
                .switchIfEmpty(Mono.fromSupplier(() -> Answer.saying("case-not-yours", Map.of("number", number))));
    }

    private static boolean isOfThere(CaseFile file, Speaker speaker, CommunityMap map) {
        var group = speaker.group();
        if (group != null && file.residents().anyMatch(it -> group.address().equals(it.group()))) {
            return true;
        }
        var resident = speaker.resident();
        String home = resident == null ? null : resident.home();
        return OfThere.isOf(map, home, file.it().problem().spot());
    }
}
