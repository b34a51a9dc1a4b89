package org.linli.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
import org.linli.platform.database.Effect;

/// What happens to a report: pure. It opens a case, joins that of a neighbour, or adds to the own one.
final class Reception {

    private final Report report;
    private final CommunityMap map;
    private final Workflow workflow;
    private final CaseWords words;
    private final CaseFacts facts;
    private final CaseLetters letters;
    private final Routing routing;

    Reception(Report report, CommunityMap map, Workflow workflow, CaseWords words) {
        this(report, map, workflow, words, StepPictures.NONE);
    }

    /// @param workflow of a case that begins with this report
    /// @param pictures to be shown to staff
    Reception(Report report, CommunityMap map, Workflow workflow, CaseWords words, StepPictures pictures) {
        this(
                report,
                map,
                workflow,
                words,
                pictures,
                new Routing(map)
                        .toldIn(report.reporter().group(), workflow.course().kind()));
    }

    /// @param routing as things are now
    Reception(
            Report report,
            CommunityMap map,
            Workflow workflow,
            CaseWords words,
            StepPictures pictures,
            Routing routing) {
        this.report = report;
        this.map = map;
        this.routing = routing;
        this.workflow = workflow;
        this.words = words;
        this.facts = new CaseFacts(map, words, report.at());
        this.letters = new CaseLetters(routing.told(), facts, report.key(), pictures);
    }

    Problem problem() {
        return new Problem(
                report.label(),
                report.place() == null ? null : report.place().id(),
                CaseFacts.spot(map, report.place()),
                report.detail(),
                report.words());
    }

    /// @param nearby nothing of it is similar
    Answer open(String number, Nearby nearby) {
        return open(opened(number), nearby);
    }

    /// For a neighbour who had joined another case, which is not theirs after all: waits since then, and was told that
    /// time.
    ///
    /// @param dueAt what was told; over by now, the case gets a time of its own
    Answer split(String number, Nearby nearby, Instant since, Instant dueAt) {
        var fresh = opened(number);
        var it = fresh.opened().since(since);
        return open(new CaseOpened(dueAt.isAfter(report.at()) ? it.due(dueAt) : it, 0, fresh.history()), nearby);
    }

    private Answer open(CaseOpened fresh, Nearby nearby) {
        var it = fresh.opened();
        var effects = new ArrayList<Effect>(List.of(new CaseOpened(it, nearby.seen(), fresh.history()), clocks(it)));
        letters.toUnit("case-unit-new", it, fresh.history().getFirst(), heat(nearby))
                .forEach(effects::add);
        return answer("case-opened", it, effects);
    }

    /// Which one it is this year; of the first nothing is told.
    private static Map<String, String> heat(Nearby nearby) {
        return nearby.before() == 0 ? Map.of() : Map.of("heat", String.valueOf(nearby.before() + 1));
    }

    private ClocksMoved clocks(Case opened) {
        return new RunClocks(workflow, report.at()).from(null, opened);
    }

    /// The case as it begins, with its first steps, at a spot that was never used.
    CaseOpened opened(String number) {
        var routed = routing.route(report.label(), report.place(), report.at());
        var opened = opened(number, routed);
        var first = step(opened, Step.Kind.OPENED, resident(), report.words(), report.pictures());
        var kind = routed.found() ? Step.Kind.ROUTED : Step.Kind.NOBODY_FOUND;
        String why = new RouteWords(words, map).why(report.label(), report.place(), routed);
        var routing = step(opened, kind, Who.SERVICE, why, List.of());
        return new CaseOpened(
                opened,
                0,
                Stream.of(List.of(first), entered(opened), List.of(routing))
                        .flatMap(List::stream)
                        .toList());
    }

    /// The neighbour is informed at each step from now on, like the one who reported it first.
    Answer join(Case known) {
        var joined = new SupporterJoined(known, report.reporter(), report.at());
        var step = step(known, Step.Kind.JOINED, resident(), report.words(), report.pictures());
        return answer("case-joined", known, taken(joined, step, known));
    }

    Answer add(Case known) {
        var step = step(known, Step.Kind.ADDED, resident(), report.words(), report.pictures());
        var back = new ReporterReturned(known.community(), known.number());
        return answer("case-said-before", known, taken(back, step, known));
    }

    private List<Effect> taken(Effect first, Step step, Case known) {
        var effects = new ArrayList<Effect>(List.of(first, new StepTaken(step)));
        entered(known).forEach(it -> effects.add(new StepTaken(it)));
        return effects;
    }

    /// Who entered it for somebody, and how it came. Empty where people write themselves.
    private List<Step> entered(Case it) {
        var entered = report.entered();
        return entered == null
                ? List.of()
                : List.of(step(it, Step.Kind.ENTERED, entered.by(), words.way(entered.way()), List.of()));
    }

    private Answer answer(String privately, Case it, List<Effect> effects) {
        String shared = Similar.isShared(it.problem().label()) ? it.number() : null;
        return new Answer(template(privately), told(it), effects, shared);
    }

    private Case opened(String number, Routing.Routed routed) {
        var priority = workflow.definition().priority(report.label());
        var care = new Care(routed.unit().id(), null, promise()).pressing(priority);
        return new Case(
                report.community(),
                number,
                workflow.course(),
                problem(),
                report.reporter(),
                State.begin(routed.found()),
                care,
                report.at(),
                null,
                null,
                1);
    }

    private Instant promise() {
        var set = report.entered() == null ? null : report.entered().dueBy();
        return set != null ? set : workflow.promise(report.label(), report.at());
    }

    private Step step(Case it, Step.Kind kind, Who who, String words, List<String> pictures) {
        return Step.of(it, kind, who, report.at(), words, pictures);
    }

    private Who resident() {
        return Who.resident(report.reporter().address().text());
    }

    /// In a group all of the building read along: nothing is repeated there but the number and who takes care.
    private String template(String privately) {
        if (report.label().equals("emergency") && privately.equals("case-opened")) {
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

    /// What is open there and may be the same.
    List<Case> around(Nearby nearby) {
        return new UnitsApart(map).notElsewhere(problem(), nearby.cases());
    }
}
