package org.linli.cases;

import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.NOT_NOW;

import java.time.Instant;
import java.util.List;
import org.linli.cases.Outcome.Moved;
import org.linli.cases.Outcome.Refused;

/// Somebody moves a case, now: what all moves have in common.
record Move(Case from, Who who, Instant now) {

    /// To another state, where the present one allows it.
    Outcome to(Case after, Step.Kind kind, String words, List<String> pictures, List<News> news) {
        boolean stays = from.state() == after.state();
        if (stays && after.state() != State.PASSED_ON) {
            return new Refused(ALREADY_DONE);
        }
        if (!stays && !from.state().mayBecome(after.state())) {
            return new Refused(NOT_NOW);
        }
        return changed(after, kind, words, pictures, news);
    }

    Outcome to(Case after, Step.Kind kind, String words, List<News> news) {
        return to(after, kind, words, List.of(), news);
    }

    /// A new version, whether or not the state is another one: a second click on the same page finds the first one.
    Outcome changed(Case after, Step.Kind kind, String words, List<String> pictures, List<News> news) {
        return new Moved(from, after, Step.of(after, kind, who, now, words.strip(), pictures), news);
    }

    Outcome whileOpen(Step.Kind kind, String words, List<String> pictures, List<News> news) {
        return from.isOpen() ? same(kind, words, pictures, news) : new Refused(NOT_NOW);
    }

    /// The history grows, the case stays as it is: two of these never get into each other's way.
    Outcome same(Step.Kind kind, String words, List<String> pictures, List<News> news) {
        return changed(from, kind, words, pictures, news);
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
