package org.linli.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.cases.Workload;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Presence;
import org.linli.community.StaffMember;

/// The people whom somebody at the desk sees: what they have in hand, when they are away, who may take over.
///
/// @param inHand by the id of a member of staff
record TeamView(AtTheDesk.Look look, Map<String, Workload.InHand> inHand, List<Absence> absences, Presence presence) {

    /// @param away      until when somebody is away, and who stands in; empty when they are there
    /// @param isAway    today
    /// @param successor the id of who should take over; empty where nobody is there
    /// @param others    who may take over
    record PersonView(
            String id,
            String name,
            String unit,
            Workload.InHand inHand,
            List<AbsenceView> away,
            boolean isAway,
            String successor,
            List<StaffMember> others) {}

    record AbsenceView(String id, LocalDate from, LocalDate until, String substitute, boolean now) {}

    List<PersonView> people() {
        return look.map().staff().stream()
                .filter(it -> StaffOnPage.seenBy(look, it.id()).isPresent())
                .map(this::view)
                .toList();
    }

    private PersonView view(StaffMember it) {
        return new PersonView(
                it.id(),
                it.name(),
                look.facts().unit(it.unit()),
                inHand.getOrDefault(it.id(), Workload.InHand.NOTHING),
                absences.stream()
                        .filter(away -> away.staff().equals(it.id()))
                        .map(this::view)
                        .toList(),
                presence.away().contains(it.id()),
                presence.successor(it, look.map(), weights())
                        .map(StaffMember::id)
                        .orElse(""),
                others(it));
    }

    private List<StaffMember> others(StaffMember absent) {
        return look.map().staff().stream()
                .filter(it -> !presence.away().contains(it.id()))
                .filter(it -> StaffOnPage.replacing(look, absent, it.id()).isPresent())
                .toList();
    }

    private Map<String, Integer> weights() {
        return inHand.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().weight()));
    }

    private AbsenceView view(Absence it) {
        String substitute = it.substitute() == null
                ? ""
                : look.map().staffMember(it.substitute()).map(StaffMember::name).orElse("");
        return new AbsenceView(it.id(), it.from(), it.until(), substitute, it.isOn(StaffOnPage.today(look)));
    }
}
