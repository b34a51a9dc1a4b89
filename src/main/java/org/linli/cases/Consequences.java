package org.linli.cases;

import java.util.ArrayList;
import java.util.List;
import org.linli.community.ResidentViewed;
import org.linli.dialogue.Teachable;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;

/// What has to be written because of a move: the case where it changed, the step, the letters.
public final class Consequences {

    private Consequences() {}

    public static List<Effect> of(Outcome.Moved moved, CaseFile file, CaseLetters letters) {
        var effects = new ArrayList<Effect>();
        if (moved.changesTheCase()) {
            effects.add(new CaseMoved(moved.before(), moved.after()));
        }
        if (!moved.clocks().isNothing()) {
            effects.add(moved.clocks());
        }
        effects.add(new StepTaken(moved.step()));
        effects.addAll(promise(moved));
        effects.addAll(viewing(moved));
        effects.addAll(lesson(moved));
        var told = letters.about(moved, file);
        effects.addAll(told);
        effects.addAll(verdicts(moved, told, file));
        return effects;
    }

    /// Whoever waited for it is asked how it was done.
    private static List<VerdictsAsked> verdicts(Outcome.Moved moved, List<Letter> told, CaseFile file) {
        var resolvedAt = moved.after().resolvedAt();
        return moved.step().kind() != Step.Kind.RESOLVED || resolvedAt == null
                ? List.of()
                : List.of(VerdictsAsked.by(told, moved.after(), resolvedAt, file));
    }

    /// A new promise takes the place of the one that stood; what is done in time keeps it.
    private static List<PromiseSettled> promise(Outcome.Moved moved) {
        return switch (moved.step().kind()) {
            case PROMISED -> List.of(new PromiseSettled(moved.step(), PromiseSettled.Outcome.MOVED, moved.promise()));
            case RESOLVED -> List.of(new PromiseSettled(moved.step(), PromiseSettled.Outcome.KEPT, null));
            default -> List.of();
        };
    }

    /// What it was taken for was wrong, which may be learnt from.
    private static List<Teachable> lesson(Outcome.Moved moved) {
        var before = moved.before();
        return moved.step().kind() != Step.Kind.RELABELLED
                ? List.of()
                : List.of(new Teachable(
                        before.community(),
                        "case-%s-%d".formatted(before.number(), moved.after().version()),
                        before.reporter().address(),
                        before.problem().words(),
                        before.reporter().group() != null,
                        before.problem().label(),
                        1,
                        moved.after().problem().label(),
                        Teachable.Cause.RELABELLED,
                        moved.step().at()));
    }

    /// Whose data was looked at is told on the resident's page as well.
    private static List<ResidentViewed> viewing(Outcome.Moved moved) {
        var step = moved.step();
        String resident = moved.after().reporter().resident();
        return step.kind() != Step.Kind.UNMASKED || resident == null
                ? List.of()
                : List.of(
                        new ResidentViewed(step.community(), resident, step.by().id(), step.number(), step.at()));
    }
}
