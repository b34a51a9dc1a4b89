package org.linli.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
import org.linli.platform.database.Effect;
import org.linli.understanding.Intent;

/// What happens to a report: pure. It opens a case, joins that of a neighbour, or adds to the own one.
final class Reception {

    private final Report report;
    private final CommunityMap map;
    private final Workflow workflow;
    private final BeginCase begin;
    private final ReportSteps steps;
    private final CaseFacts facts;
    private final CaseLetters letters;

    /// @param workflow of a case that begins with this report
    /// @param pictures to be shown to staff
    /// @param routing  as things are now
    Reception(
            Report report,
            CommunityMap map,
            Workflow workflow,
            CaseWords words,
            StepPictures pictures,
            Routing routing) {
        this.report = report;
        this.map = map;
        this.workflow = workflow;
        this.begin = new BeginCase(report, map, workflow, words, routing);
        this.steps = new ReportSteps(report, words);
        this.facts = new CaseFacts(map, words, report.at());
        this.letters = new CaseLetters(routing.told(), facts, report.key(), pictures);
    }

    Problem problem() {
        return begin.problem();
    }

    /// What is open there and may be the same.
    List<Case> around(Nearby nearby) {
        return new UnitsApart(map).notElsewhere(problem(), report.reporter(), nearby.cases());
    }

    /// Whether it is another flat's, whoever says that it is so with them too.
    boolean isElsewhere(Case known) {
        return new UnitsApart(map).isElsewhere(problem(), report.reporter(), known);
    }

    /// @param nearby nothing of it is similar
    Answer open(String number, Nearby nearby) {
        return open(begin.as(number), nearby);
    }

    /// For a neighbour who had joined another case, which is not theirs after all: waits since then, and was told that
    /// time.
    ///
    /// @param dueAt what was told; over by now, the case gets a time of its own
    Answer split(String number, Nearby nearby, Instant since, Instant dueAt) {
        var fresh = begin.as(number);
        var it = fresh.opened().since(since);
        return open(new CaseOpened(dueAt.isAfter(report.at()) ? it.due(dueAt) : it, 0, fresh.history()), nearby);
    }

    private Answer open(CaseOpened fresh, Nearby nearby) {
        var it = fresh.opened();
        var clocks = new RunClocks(workflow, report.at()).from(null, it);
        var effects = new ArrayList<Effect>(List.of(new CaseOpened(it, nearby.seen(), fresh.history()), clocks));
        letters.toUnit("case-unit-new", it, fresh.history().getFirst(), heat(nearby))
                .forEach(effects::add);
        return answer("case-opened", it, effects);
    }

    /// Which one it is this year; of the first nothing is told.
    private static Map<String, String> heat(Nearby nearby) {
        return nearby.before() == 0 ? Map.of() : Map.of("heat", String.valueOf(nearby.before() + 1));
    }

    /// The neighbour is informed at each step from now on, like the one who reported it first.
    Answer join(Case known) {
        var joined = new SupporterJoined(known, report.reporter(), report.at());
        return answer("case-joined", known, taken(joined, known, Step.Kind.JOINED));
    }

    Answer add(Case known) {
        var back = new ReporterReturned(known.community(), known.number());
        return answer("case-said-before", known, taken(back, known, Step.Kind.ADDED));
    }

    private List<Effect> taken(Effect first, Case known, Step.Kind kind) {
        var effects = new ArrayList<>(List.of(first));
        steps.of(known, kind).forEach(it -> effects.add(new StepTaken(it)));
        return effects;
    }

    private Answer answer(String privately, Case it, List<Effect> effects) {
        return new Answer(template(privately), told(it), effects, isOfAll(it) ? it.number() : null);
    }

    /// What neighbours may join, and what they tell staff more of.
    private static boolean isOfAll(Case it) {
        String label = it.problem().label();
        return Similar.isShared(label) || label.equals(Intent.EMERGENCY.label());
    }

    /// In a group all of the building read along: nothing is repeated there but the number and who takes care.
    private String template(String privately) {
        if (report.label().equals(Intent.EMERGENCY.label()) && privately.equals("case-opened")) {
            return "case-opened-emergency";
        }
        return report.inGroup() ? privately + "-in-group" : privately;
    }

    private Map<String, String> told(Case it) {
        var told = new HashMap<>(facts.toWhom(it, report.reporter()));
        if (report.inGroup()) {
            told.put("words", "");
        }
        return told;
    }
}
