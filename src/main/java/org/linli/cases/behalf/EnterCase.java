package org.linli.cases.behalf;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.linli.cases.Entered;
import org.linli.cases.Neighbour;
import org.linli.cases.PictureKept;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.Who;
import org.linli.community.StaffMember;
import org.linli.dialogue.Answer;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Makes a case of what staff enters for somebody, in the way of every report: the same problem of neighbours is
/// joined, and the unit hears of it at once.
@Service
public class EnterCase {

    private static final Retry AGAIN =
            Retry.max(5).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final ReportCase cases;
    private final Callers callers;
    private final FindOnBehalf before;
    private final Effects effects;
    private final Clock clock;

    EnterCase(ReportCase cases, Callers callers, FindOnBehalf before, Effects effects, Clock clock) {
        this.cases = cases;
        this.callers = callers;
        this.before = before;
        this.effects = effects;
        this.clock = clock;
    }

    /// The number of the case, also where the same form was handed in before. Never empty.
    ///
    /// @param pictures of the paper, kept with the case
    public Mono<String> enter(StaffMember by, Entry entry, List<PictureKept> pictures) {
        return Mono.defer(() -> before.number(by.community(), entry.occasion())
                        .switchIfEmpty(Mono.defer(() -> enterNow(by, entry, pictures))))
                .retryWhen(AGAIN);
    }

    private Mono<String> enterNow(StaffMember by, Entry entry, List<PictureKept> pictures) {
        return decide(by, entry, ids(pictures)).flatMap(answer -> {
            var changes = new ArrayList<Effect>(answer.effects());
            changes.addAll(pictures);
            return effects.commit(changes).thenReturn(number(answer));
        });
    }

    private static List<String> ids(List<PictureKept> pictures) {
        return pictures.stream().map(it -> it.id().toString()).toList();
    }

    /// What is to be written, for those who commit it with more; its facts are those of the case. Never empty.
    ///
    /// @param pictures ids, as [Report] has them
    public Mono<Answer> decide(StaffMember by, Entry entry, List<String> pictures) {
        return callers.neighbour(by.community(), entry.caller())
                .flatMap(who -> cases.report(report(by, entry, who, pictures))
                        .map(answer -> answer.with(entered(by, entry, who, number(answer)))));
    }

    private static String number(Answer answer) {
        return answer.facts().getOrDefault("number", "");
    }

    private OnBehalf entered(StaffMember by, Entry entry, Neighbour who, String number) {
        var now = clock.instant();
        return new OnBehalf(
                by.community(),
                entry.occasion(),
                number,
                entry.way(),
                by.id(),
                now,
                who.address(),
                entry.caller(),
                now);
    }

    private Report report(StaffMember by, Entry entry, Neighbour who, List<String> pictures) {
        return new Report(
                by.community(),
                "behalf/" + entry.occasion(),
                entry.label(),
                entry.place(),
                entry.detail(),
                entry.words(),
                pictures,
                who,
                clock.instant(),
                new Entered(entry.way(), Who.of(by), entry.dueBy()));
    }
}
