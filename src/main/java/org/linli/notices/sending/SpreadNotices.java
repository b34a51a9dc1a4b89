package org.linli.notices.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Notice;
import org.linli.notices.NoticeMoved;
import org.linli.notices.Notices;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hands notices out, a batch at a time: the most urgent one's next people, their letters and how far it is, all in one
/// commit. Killed at any moment, it goes on behind the last committed batch.
@Component
class SpreadNotices implements Job {

    static final String NAME = "spread-notices";

    private final Spreads spreads;
    private final Notices notices;
    private final WhoIsMeant meant;
    private final Communities communities;
    private final PrepareBatch prepare;
    private final AskAgain again;
    private final Effects effects;
    private final NoticeLinks links;
    private final NoticeSettings settings;
    private final Clock clock;

    SpreadNotices(
            Spreads spreads,
            Notices notices,
            WhoIsMeant meant,
            Communities communities,
            PrepareBatch prepare,
            AskAgain again,
            Effects effects,
            NoticeLinks links,
            NoticeSettings settings,
            Clock clock) {
        this.spreads = spreads;
        this.notices = notices;
        this.meant = meant;
        this.communities = communities;
        this.prepare = prepare;
        this.again = again;
        this.effects = effects;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    /// One batch of one notice: whatever became urgent meanwhile comes first the next time.
    @Override
    public Mono<Integer> round() {
        return batch(spreads.claim());
    }

    /// One batch of one emergency.
    Mono<Integer> emergencies() {
        return batch(spreads.claimEmergency());
    }

    private Mono<Integer> batch(Mono<Claim> claimed) {
        return claimed.flatMap(claim -> batch(claim).onErrorResume(Conflict.class, _ -> Mono.just(1)))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> batch(Claim claim) {
        return Mono.zip(notices.find(claim.community(), claim.notice()), communities.map(claim.community()))
                .flatMap(found -> batch(claim, found.getT1(), found.getT2()));
    }

    private Mono<Integer> batch(Claim claim, Notice notice, CommunityMap map) {
        return meant.by(notice, map)
                .flatMap(those -> again.about(claim, notice, map, those)
                        .switchIfEmpty(Mono.defer(() -> effects(claim, notice, map, those))))
                .switchIfEmpty(Mono.fromSupplier(() -> gone(claim, notice)))
                .flatMap(all -> effects.commit(all).thenReturn(1));
    }

    private Mono<List<Effect>> effects(Claim claim, Notice notice, CommunityMap map, WhoIsMeant.Those those) {
        return those.page(claim.after(), settings.batch())
                .collectList()
                .flatMap(people -> Mono.zip(prepare.of(notice, map, those.groups(), people), links.signing())
                        .map(found -> effects(claim, notice, found.getT1(), people, found.getT2())));
    }

    private List<Effect> effects(
            Claim claim, Notice notice, DecideReach decide, List<Chosen> people, NoticeLinks.Signing sign) {
        var groups = claim.after().isEmpty() ? decide.told().stream() : Stream.<Group>empty();
        var recipients = Stream.concat(groups.map(decide::to), people.stream().map(decide::to))
                .toList();
        var now = decide.now();
        var all = new ArrayList<Effect>();
        all.add(new SpreadMoved(
                claim,
                recipients.stream()
                        .map(it -> isDue(it, now) ? it.posted(again(notice, now)) : it)
                        .toList(),
                people.isEmpty() ? claim.after() : people.getLast().resident().id(),
                people.isEmpty()));
        recipients.stream()
                .filter(it -> isDue(it, now))
                .forEach(it -> all.add(NoticeLetter.to(notice, it, sign.link(notice, it))));
        return all;
    }

    /// What it named is no more: better told to nobody than to others.
    private List<Effect> gone(Claim claim, Notice notice) {
        var now = clock.instant();
        var stopped = notice.to(Notice.State.CANCELLED, notice.approver(), notice.sendAt());
        return List.of(
                new SpreadMoved(claim, List.of(), claim.after(), true),
                new NoticeMoved(notice.version(), stopped, "audience-gone", "", now));
    }

    private static boolean isDue(Recipient it, Instant now) {
        var due = it.dueAt();
        return it.fate() == Fate.WAITING && due != null && !due.isAfter(now);
    }

    static @Nullable Instant again(Notice notice, Instant now) {
        return notice.wording().importance().patience().map(now::plus).orElse(null);
    }
}
