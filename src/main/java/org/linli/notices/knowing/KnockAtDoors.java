package org.linli.notices.knowing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// The last hundred metres: to whose door somebody has to go, and what came of it.
@Service
public class KnockAtDoors {

    /// One door ticked off.
    ///
    /// @param id  made where it was ticked off: handed in twice, it counts once
    /// @param who a resident
    /// @param at  as the phone that was offline says; `null`: now
    public record Tick(
            UUID id,
            String who,
            Visited.Outcome outcome,
            @Nullable Instant at) {

        @Override
        public String toString() {
            return "Tick[" + id + "]";
        }
    }

    /// A clock that is further off is not believed.
    private static final Duration BELIEVED = Duration.ofDays(7);

    private final FindVisits find;
    private final Residents residents;
    private final Communities communities;
    private final Effects effects;
    private final Clock clock;

    KnockAtDoors(FindVisits find, Residents residents, Communities communities, Effects effects, Clock clock) {
        this.find = find;
        this.residents = residents;
        this.communities = communities;
        this.effects = effects;
        this.clock = clock;
    }

    /// As [FindVisits#of]. Names are in it, which is noted.
    public Mono<VisitList> list(StaffMember member, Notice notice, boolean silent) {
        var looked = new Noted(
                notice.community(), member.id(), Noted.Kind.LOOKED, notice.id(), "visit list", clock.instant());
        return find.of(notice, member, silent).delayUntil(_ -> effects.commit(List.of(looked)));
    }

    /// Empty where this member may not knock at that door, or nobody lives here by that name.
    public Mono<Visited> tick(StaffMember member, Notice notice, Tick it) {
        return find.mayKnock(notice, member, it.who())
                .filter(may -> may)
                .flatMap(_ ->
                        Mono.zip(residents.byId(notice.community(), it.who()), communities.map(notice.community())))
                .map(found -> new Visited(
                        notice.community(),
                        notice.id(),
                        it.id(),
                        it.who(),
                        FindTold.household(found.getT1(), found.getT2()),
                        it.outcome(),
                        member.id(),
                        time(it.at())))
                .delayUntil(visit -> effects.commit(List.of(visit)));
    }

    private Instant time(@Nullable Instant said) {
        var now = clock.instant();
        return said == null || said.isAfter(now) || said.isBefore(now.minus(BELIEVED)) ? now : said;
    }
}
