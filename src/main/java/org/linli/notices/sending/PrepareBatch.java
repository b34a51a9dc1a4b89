package org.linli.notices.sending;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Notice;
import org.linli.outbox.PlanWays;
import org.linli.outbox.PlanWays.Planned;
import org.linli.outbox.RenderLetters;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Decides for a page of people how each learns of a notice.
@Component
class PrepareBatch {

    private final FindWishes wishes;
    private final PlanWays ways;
    private final RenderLetters render;
    private final NoticeSettings settings;
    private final Clock clock;

    PrepareBatch(FindWishes wishes, PlanWays ways, RenderLetters render, NoticeSettings settings, Clock clock) {
        this.wishes = wishes;
        this.ways = ways;
        this.render = render;
        this.settings = settings;
        this.clock = clock;
    }

    /// Never empty.
    ///
    /// @param told the groups in which it is said
    Mono<DecideReach> of(Notice notice, CommunityMap map, List<Group> told, List<Chosen> people) {
        var now = clock.instant();
        var ids = people.stream().map(it -> it.resident().id()).toList();
        return Mono.zip(
                        wishes.of(notice.community(), ids),
                        wishes.told(notice.community(), ids, DecideReach.today(now)))
                .map(found -> new DecideReach(
                        notice, map, told, found.getT1(), found.getT2(), ways(notice), settings.mostADay(), now));
    }

    /// The words are the same for all, so they are made once for each kind of receiver.
    Function<Address, Optional<Planned>> ways(Notice notice) {
        return address -> {
            var letter = NoticeLetter.to(notice, "", 1, address, "");
            return ways.first(notice.community(), render.render(letter));
        };
    }
}
