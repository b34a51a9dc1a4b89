package org.linli.notices.sending;

import java.time.Clock;
import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Notice;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Decides for a page of people how each learns of a notice.
@Component
class PrepareBatch {

    private final FindWishes wishes;
    private final FindWays ways;
    private final NoticeSettings settings;
    private final Clock clock;

    PrepareBatch(FindWishes wishes, FindWays ways, NoticeSettings settings, Clock clock) {
        this.wishes = wishes;
        this.ways = ways;
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
                        wishes.told(notice.community(), ids, DecideReach.today(now)),
                        ways.of(notice, people))
                .map(found -> new DecideReach(
                        notice, map, told, found.getT1(), found.getT2(), found.getT3(), settings.mostADay(), now));
    }
}
