package org.linli.cases.web;

import java.util.List;
import java.util.Locale;
import org.linli.cases.Case;
import org.linli.cases.SpokenTime;
import org.linli.cases.Urgency;
import org.linli.cases.desk.BuildingPlan;
import org.linli.community.Place;

/// A building as its page shows it.
///
/// @param units names of the columns
/// @param whole what concerns no unit alone
public record BuildingView(
        String id, String name, List<String> units, List<FloorView> floors, List<Dot> whole, int open) {

    /// @param number zero: the stairs
    public record FloorView(int number, List<List<Dot>> cells) {}

    /// @param urgency `fine`, `soon`, `late`
    /// @param where   the room; empty where none is known
    public record Dot(String number, String what, String where, String urgency, String left, String state) {

        static Dot of(Case it, AtTheDesk.Look look) {
            var place = it.problem().place();
            return new Dot(
                    it.number(),
                    look.words().label(it.problem().label()),
                    place == null
                            ? ""
                            : look.map()
                                    .place(place)
                                    .filter(found -> found.kind() == Place.Kind.ROOM)
                                    .map(Place::name)
                                    .orElse(""),
                    Urgency.of(it, look.now()).name().toLowerCase(Locale.ROOT),
                    new SpokenTime(look.words(), look.now()).left(it.care().dueAt()),
                    look.words().state(it.state()));
        }
    }

    static BuildingView of(Place place, BuildingPlan plan, AtTheDesk.Look look) {
        int inUnits = plan.floors().stream()
                .flatMap(floor -> floor.cells().stream())
                .mapToInt(cell -> cell.open().size())
                .sum();
        return new BuildingView(
                place.id(),
                look.map().display(place),
                plan.units().stream().map(Place::name).toList(),
                plan.floors().stream()
                        .map(floor -> new FloorView(
                                floor.number(),
                                floor.cells().stream()
                                        .map(cell -> dots(cell.open(), look))
                                        .toList()))
                        .toList(),
                dots(plan.whole(), look),
                inUnits + plan.whole().size());
    }

    private static List<Dot> dots(List<Case> open, AtTheDesk.Look look) {
        return open.stream().map(it -> Dot.of(it, look)).toList();
    }
}
