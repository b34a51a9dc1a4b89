package org.linli.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes back what was done to many cases: each stands again exactly as it stood, with its clocks as they ran, and
/// nobody was told. The history keeps both.
@Service
public class UndoTogether {

    /// Cases that were brought back, and those that somebody has changed since or whose minute is over.
    public record Undone(List<String> back, List<String> changed) {
        public Undone {
            back = List.copyOf(back);
            changed = List.copyOf(changed);
        }
    }

    private record One(String number, boolean back) {}

    private final DoneTogether done;
    private final FindCases cases;
    private final DueClocks clocks;
    private final Effects effects;
    private final Clock clock;

    UndoTogether(DoneTogether done, FindCases cases, DueClocks clocks, Effects effects, Clock clock) {
        this.done = done;
        this.cases = cases;
        this.clocks = clocks;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty. Of somebody else's nothing is found.
    public Mono<Undone> undo(StaffMember member, String bulk) {
        var now = clock.instant();
        return done.of(member.community(), bulk, member.id())
                .filter(it -> it.outcome() == null)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(it -> undo(member, it, now))
                .collectList()
                .map(UndoTogether::told);
    }

    private static Undone told(List<One> all) {
        return new Undone(
                all.stream().filter(One::back).map(One::number).toList(),
                all.stream().filter(it -> !it.back()).map(One::number).toList());
    }

    private Mono<One> undo(StaffMember member, DoneTogether.Done it, Instant now) {
        return Mono.just(it)
                .filter(found -> found.isUndoable(now))
                .flatMap(found -> Mono.zip(
                        done.kept(member.community(), found),
                        cases.file(member.community(), found.number()),
                        clocks.of(member.community(), found.number()).collectList()))
                .filter(found -> found.getT2().seen() == found.getT1().seen())
                .flatMap(found -> effects.commit(
                                back(found.getT1(), found.getT2().it(), found.getT3(), member, now))
                        .thenReturn(new One(it.number(), true)))
                .onErrorResume(Conflict.class, _ -> Mono.empty())
                .defaultIfEmpty(new One(it.number(), false));
    }

    private static List<Effect> back(
            DoneTogether.Kept kept, Case now, List<Deadline> running, StaffMember member, Instant at) {
        var again = kept.was().as(now.version() + 1);
        var kinds = kept.clocks().stream().map(Deadline::name).toList();
        var ended = running.stream()
                .map(Deadline::name)
                .filter(name -> !kinds.contains(name))
                .toList();
        var step = Step.of(again, Step.Kind.UNDONE, Who.of(member), at, "", List.of());
        return List.of(
                new CaseMoved(now, again),
                new ClocksMoved(now.community(), now.number(), kept.clocks(), ended),
                new StepTaken(step),
                new BulkSettled(now.community(), kept.bulk(), now.number(), BulkSettled.Outcome.UNDONE));
    }
}
