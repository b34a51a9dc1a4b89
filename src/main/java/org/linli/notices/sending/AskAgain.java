package org.linli.notices.sending;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.community.CommunityMap;
import org.linli.notices.Notice;
import org.linli.notices.NoticeMoved;
import org.linli.notices.sending.WhoIsMeant.Those;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Before the first of its letters: has a notice approved once more where it would now tell many more people than were
/// counted then, or something else than was read then.
@Component
class AskAgain {

    private final PublicAddress address;
    private final Clock clock;

    AskAgain(PublicAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /// What follows then. Empty where what was approved still holds.
    Mono<List<Effect>> about(Claim claim, Notice notice, CommunityMap map, Those those) {
        return claim.after().isEmpty() && claim.approved().binds(notice)
                ? those.count()
                        .filter(people -> !claim.approved().covers(notice, people))
                        .map(people -> effects(claim, notice, map, people))
                : Mono.empty();
    }

    private List<Effect> effects(Claim claim, Notice notice, CommunityMap map, long people) {
        var now = clock.instant();
        var waiting = notice.to(Notice.State.WAITING, null, notice.sendAt());
        var all = new ArrayList<Effect>(
                List.of(new SpreadUndone(claim), new NoticeMoved(notice.version(), waiting, "asked-again", "", now)));
        var chat = map.desk().chat();
        if (chat != null) {
            all.add(new Letter(
                    notice.community(),
                    notice.letters() + "again/" + waiting.version(),
                    chat,
                    "staff-notice-again",
                    Map.of(
                            "title",
                            notice.wording().title(),
                            "approved",
                            String.valueOf(claim.approved().people()),
                            "now",
                            String.valueOf(people),
                            "link",
                            address.of("/desk/notices/" + notice.id()).orElse(""))));
        }
        return all;
    }
}
