package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;

/// The case that a report opens, as it begins: what it is about, who takes care, and by when that is promised. Pure.
///
/// @param workflow of a case that begins with this report
/// @param routing  as things are now
record BeginCase(Report report, CommunityMap map, Workflow workflow, CaseWords words, Routing routing) {

    Problem problem() {
        return new Problem(
                report.label(),
                report.place() == null ? null : report.place().id(),
                CaseFacts.spot(map, report.place()),
                report.detail(),
                report.words());
    }

    /// With its first steps, at a spot that was never used.
    CaseOpened as(String number) {
        var routed = routing.route(report.label(), report.place(), report.at());
        var opened = opened(number, routed);
        var told = new ReportSteps(report, words).of(opened, Step.Kind.OPENED);
        var history = Stream.concat(told.stream(), Stream.of(given(opened, routed)));
        return new CaseOpened(opened, 0, history.toList());
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

    /// To whom it went, and why.
    private Step given(Case opened, Routing.Routed routed) {
        var kind = routed.found() ? Step.Kind.ROUTED : Step.Kind.NOBODY_FOUND;
        String why = new RouteWords(words, map).why(report.label(), report.place(), routed);
        return Step.of(opened, kind, Who.SERVICE, report.at(), why, List.of());
    }
}
