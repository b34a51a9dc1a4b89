package org.linli.notices.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.sending.Recipients.Of;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes the letters that had to wait, and those by a second way to people who gave no sign of life. Any number of
/// replicas do it: the key of a letter says which of a recipient's it is, so it is written once.
@Component
class PostWhatIsDue implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PostWhatIsDue.class);
    private static final int BATCH = 200;

    private final Recipients recipients;
    private final Notices notices;
    private final NoticeLinks links;
    private final Effects effects;
    private final Clock clock;

    PostWhatIsDue(Recipients recipients, Notices notices, NoticeLinks links, Effects effects, Clock clock) {
        this.recipients = recipients;
        this.notices = notices;
        this.links = links;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "post-what-is-due";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    /// How many recipients were thought of.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(due(), LOG, this::post);
    }

    private Flux<DueAtOnce> due() {
        return recipients
                .due(clock.instant(), BATCH)
                .collectMultimap(it -> List.of(it.community().value(), it.notice()))
                .flatMapIterable(Map::values)
                .map(those -> new DueAtOnce(List.copyOf(those)));
    }

    /// Empty where this version does not know the notice.
    private Flux<Of> post(DueAtOnce due) {
        return Mono.zip(notices.find(due.first().community(), due.first().notice()), links.signing())
                .map(found -> due.those().stream()
                        .flatMap(it -> decided(found.getT1(), it.it(), found.getT2()).stream())
                        .toList())
                .flatMapMany(all -> effects.commit(all).thenMany(Flux.fromIterable(due.those())));
    }

    private List<Effect> decided(Notice notice, Recipient it, NoticeLinks.Signing sign) {
        var now = clock.instant();
        var period = notice.period();
        if (it.fate().isSignOfLife() || it.address() == null) {
            return List.of(moved(notice, it, it.done(it.fate() == Fate.WAITING ? unreached(it) : it.fate())));
        }
        if (period != null && period.isOver(now)) {
            return List.of(moved(notice, it, it.done(it.fate() == Fate.WAITING ? Fate.TOO_LATE : it.fate())));
        }
        var again = SpreadNotices.again(notice, now);
        return List.of(moved(notice, it, it.posted(again)), NoticeLetter.to(notice, it, sign.link(notice, it)));
    }

    /// For whom the group's letter was the only one.
    private static Fate unreached(Recipient it) {
        return it.reason().isEmpty() ? Fate.NO_ADDRESS : Fate.valueOf(it.reason());
    }

    private static Effect moved(Notice notice, Recipient before, Recipient after) {
        return new RecipientMoved(notice.community(), notice.id(), before, after);
    }
}
