package org.linli.notices.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.choosing.ChooseResidents;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes once more to those who have not read a notice by now, each by the way that is best today and within their
/// wishes, quiet hours and the limit of a day. Any number of replicas do it, as in [PostWhatIsDue].
@Component
class SendReminders implements Job {

    static final String NAME = "send-reminders";

    private static final Logger LOG = LoggerFactory.getLogger(SendReminders.class);
    private static final int BATCH = 200;

    private final Recipients recipients;
    private final Notices notices;
    private final Communities communities;
    private final ChooseResidents residents;
    private final PrepareBatch prepare;
    private final NoticeLinks links;
    private final Effects effects;
    private final Clock clock;

    SendReminders(
            Recipients recipients,
            Notices notices,
            Communities communities,
            ChooseResidents residents,
            PrepareBatch prepare,
            NoticeLinks links,
            Effects effects,
            Clock clock) {
        this.recipients = recipients;
        this.notices = notices;
        this.communities = communities;
        this.residents = residents;
        this.prepare = prepare;
        this.links = links;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    /// Of how many notices.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(due(), LOG, this::remind);
    }

    private Flux<DueAtOnce> due() {
        return recipients
                .toRemind(clock.instant(), BATCH)
                .collectMultimap(it -> List.of(it.community().value(), it.notice()))
                .flatMapIterable(Map::values)
                .map(those -> new DueAtOnce(List.copyOf(those)));
    }

    /// Empty where this version does not know the notice.
    private Mono<Integer> remind(DueAtOnce batch) {
        var community = batch.first().community();
        return Mono.zip(notices.find(community, batch.first().notice()), communities.map(community), links.signing())
                .flatMap(found -> reached(found.getT1(), found.getT2(), batch)
                        .flatMap(reached -> effects.commit(batch.those().stream()
                                .flatMap(it -> decided(
                                        found.getT1(),
                                        it.it(),
                                        reached.get(it.it().who()),
                                        found.getT3()))
                                .toList()))
                        .thenReturn(batch.those().size()));
    }

    /// How each of them would be told today, by who they are, without those whom nothing would reach before they write
    /// to us themselves. Never empty.
    private Mono<Map<String, Recipient>> reached(Notice notice, CommunityMap map, DueAtOnce batch) {
        return residents
                .these(map.id(), batch.those().stream().map(it -> it.it().who()).toList())
                .collectList()
                .flatMap(people -> prepare.of(notice, map, List.of(), people)
                        .map(decide -> people.stream()
                                .map(decide::to)
                                .filter(decide::isOpen)
                                .collect(Collectors.toMap(Recipient::who, it -> it))));
    }

    private Stream<Effect> decided(Notice notice, Recipient it, @Nullable Recipient today, NoticeLinks.Signing sign) {
        if (today == null || today.fate() != Fate.WAITING || !isWanted(notice, it)) {
            return Stream.of(new ReminderMoved(notice.community(), notice.id(), it, false, null));
        }
        var due = Objects.requireNonNull(today.dueAt(), "waits for nothing");
        if (due.isAfter(clock.instant())) {
            return Stream.of(new ReminderMoved(notice.community(), notice.id(), it, false, due));
        }
        return Stream.of(
                new ReminderMoved(notice.community(), notice.id(), it, true, null),
                NoticeLetter.reminding(notice, it, today, sign.link(notice, it)));
    }

    private static boolean isWanted(Notice notice, Recipient it) {
        return notice.state() == Notice.State.APPROVED && it.fate().isUnread();
    }
}
