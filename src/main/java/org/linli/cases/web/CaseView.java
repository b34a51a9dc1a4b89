package org.linli.cases.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.Rating;
import org.linli.cases.SpokenTime;
import org.linli.cases.State;
import org.linli.cases.Urgency;
import org.linli.cases.Workflow;
import org.linli.community.Resident;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.platform.words.Masked;

/// A case as its page shows it.
///
/// @param version  which state of the case is shown: neighbours who join do not change it
/// @param waiting  whether the resident has to say something, so that no clock runs
/// @param needsPicture whether it cannot be called done without one
/// @param needAmount acts with which an amount of money has to be named
/// @param priority as it is stored
/// @param helpers  to whom it can be handed over
/// @param reporter masked unless it was asked for
/// @param home     where the reporter lives; empty unless it was asked for
/// @param may      the acts that are possible now, by the last part of their address
/// @param others   units that it can be passed on to
/// @param labels   what else it can be, by label
public record CaseView(
        String number,
        long version,
        String what,
        String kind,
        boolean waiting,
        int passed,
        boolean needsPicture,
        List<String> needAmount,
        String where,
        String words,
        String state,
        String stateKey,
        String unit,
        String assignee,
        String priority,
        String urgency,
        String left,
        String due,
        String opened,
        String openedAgo,
        String reporter,
        String home,
        boolean inGroup,
        boolean unmasked,
        int supporters,
        @Nullable Rating rating,
        List<String> may,
        List<Unit> others,
        List<StaffMember> helpers,
        Map<String, String> labels) {

    private static final Set<Act.Kind> OFFERED = EnumSet.range(Act.Kind.ACCEPT, Act.Kind.CLOSE);

    static CaseView of(
            CaseFile file, @Nullable Resident resident, Workflow workflow, AtTheDesk.Look look, boolean unmasked) {
        Case it = file.it();
        var facts = look.facts();
        var time = new SpokenTime(look.words(), look.now());
        return new CaseView(
                it.number(),
                file.seen(),
                look.words().label(it.problem().label()),
                look.words().kind(it.course().kind()),
                it.state() == State.WAITING,
                it.care().passed(),
                workflow.needsPicture(Act.Kind.RESOLVE, it.state()),
                OFFERED.stream()
                        .filter(act -> workflow.needsAmount(act, it.state()))
                        .map(Act.Kind::word)
                        .toList(),
                facts.exactPlace(it.problem()),
                unmasked ? it.problem().words() : Masked.words(it.problem().words()),
                look.words().state(it.state()),
                it.state().name(),
                facts.unit(it.care().unit()),
                assignee(it, look),
                it.care().priority().name(),
                Urgency.of(it, look.now()).name().toLowerCase(Locale.ROOT),
                time.left(it.care().dueAt()),
                SpokenTime.exactly(it.care().dueAt()),
                SpokenTime.exactly(it.openedAt()),
                time.ago(it.openedAt()),
                name(resident, unmasked),
                unmasked ? home(resident, look) : "",
                it.reporter().group() != null,
                unmasked,
                file.supporters().size(),
                it.rating(),
                look.sight().mayAct(it) ? possible(it.state(), workflow, look) : List.of(),
                look.map().units().stream()
                        .filter(unit -> !unit.id().equals(it.care().unit()))
                        .toList(),
                helpers(it, look),
                otherLabels(it, look));
    }

    /// Whoever sees it and has not got it yet.
    private static List<StaffMember> helpers(Case it, AtTheDesk.Look look) {
        return look.map().staff().stream()
                .filter(member -> member.unit().equals(it.care().unit()) || member.seesEverything())
                .filter(member -> !member.id().equals(it.care().assignee()))
                .toList();
    }

    private static Map<String, String> otherLabels(Case it, AtTheDesk.Look look) {
        var labels = look.words().labels();
        labels.remove(it.problem().label());
        return labels;
    }

    private static String assignee(Case it, AtTheDesk.Look look) {
        String member = it.care().assignee();
        return member == null
                ? ""
                : look.map().staffMember(member).map(found -> found.name()).orElse(member);
    }

    /// What residents say of themselves is not offered to staff.
    private static List<String> possible(State state, Workflow workflow, AtTheDesk.Look look) {
        return workflow.possible(look.who().kind(), state).stream()
                .filter(it -> OFFERED.contains(it) && it != Act.Kind.PROMISE)
                .map(Act.Kind::word)
                .toList();
    }

    private static String name(@Nullable Resident resident, boolean unmasked) {
        String name = resident == null ? null : resident.name();
        if (name == null || name.isEmpty()) {
            return "";
        }
        return unmasked ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static String home(@Nullable Resident resident, AtTheDesk.Look look) {
        String home = resident == null ? null : resident.home();
        return home == null
                ? ""
                : look.map().place(home).map(look.map()::display).orElse("");
    }
}
