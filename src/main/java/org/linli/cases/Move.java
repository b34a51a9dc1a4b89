package org.linli.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Outcome.Moved;

/// Somebody moves a case, now: what all moves have in common.
record Move(Workflow workflow, Act.Kind act, Case from, Who who, Instant now) {

    /// Where the workflow leads.
    State next() {
        return declared().orElse(from.state());
    }

    /// Where its file says that this leads. Empty where it says nothing.
    Optional<State> declared() {
        return workflow.leads(act, from.state());
    }

    /// The case there. The same version where it leads nowhere: two of these never get into each other's way.
    Case led() {
        return next() == from.state() ? from : from.in(next());
    }

    /// When it is due if it begins now.
    Instant promised() {
        return workflow.promise(from.problem().label(), from.care().priority(), now);
    }

    /// As pressing as that: sooner due where it is more so, and never later. While the resident is waited for, time has
    /// not gone on.
    Care pressing(Priority priority) {
        var care = from.care().pressing(priority);
        var since = care.waitingSince() == null ? now : care.waitingSince();
        var sooner = workflow.promise(from.problem().label(), priority, since);
        return priority.isAbove(from.care().priority()) && sooner.isBefore(care.dueAt()) ? care.due(sooner) : care;
    }

    Outcome changed(Case after, Step.Kind kind, String words, List<News> news) {
        return changed(after, kind, words, List.of(), news);
    }

    /// The time promised goes on where it stood when the resident was asked, unless another one is promised.
    private Case waited(Case after) {
        Instant since = from.care().waitingSince();
        if (after.state() == State.WAITING) {
            return after.waiting(since == null ? now : since);
        }
        if (since == null) {
            return after;
        }
        boolean promisedAnew = !after.care().dueAt().equals(from.care().dueAt());
        return after.due(promisedAnew || !after.isOpen() ? after.care().dueAt() : workflow.resumed(from, since, now));
    }

    /// The same, with a clock for what was promised.
    Outcome promised(Case after, Instant dueAt, String words) {
        var clocks = new RunClocks(workflow, now);
        var begun = new ClocksMoved(after.community(), after.number(), promise(after, dueAt, clocks), List.of());
        var waited = waited(after);
        var step = Step.of(waited, Step.Kind.PROMISED, who, now, words.strip(), List.of());
        return new Moved(
                from, waited, step, List.of(), clocks.from(from, waited).and(begun), dueAt);
    }

    /// What is over promises nothing any more.
    private static List<Deadline> promise(Case after, Instant dueAt, RunClocks clocks) {
        return after.isOpen() ? List.of(clocks.at(after, Deadline.PROMISE, dueAt)) : List.of();
    }

    /// A new version, whether or not the state is another one: a second click on the same page finds the first one.
    Outcome changed(Case after, Step.Kind kind, String words, List<String> pictures, List<News> news) {
        var waited = waited(after);
        var step = Step.of(waited, kind, who, now, words.strip(), pictures).costing(amount(words));
        return new Moved(from, waited, step, news, new RunClocks(workflow, now).from(from, waited));
    }

    /// Where the workflow asks for money.
    private @Nullable BigDecimal amount(String words) {
        return workflow.needsAmount(act, from.state()) ? Amount.in(words).orElse(null) : null;
    }

    /// The history grows, the case stays as it is.
    Outcome same(Step.Kind kind, String words) {
        return changed(from, kind, words, List.of(), List.of());
    }

    static List<News> toResidents(String template) {
        return List.of(News.toResidents(template));
    }

    static List<News> toUnit(String template) {
        return List.of(News.toUnit(template));
    }

    static List<News> both(String residents, String unit) {
        return List.of(News.toResidents(residents), News.toUnit(unit));
    }
}
