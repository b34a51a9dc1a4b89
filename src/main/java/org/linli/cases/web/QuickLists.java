package org.linli.cases.web;

import java.util.ArrayList;
import java.util.List;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage.Cursor;

/// The lists that everybody needs, one tap away.
final class QuickLists {

    /// @param here whether it is the one that is shown
    record Quick(String message, String address, boolean here) {}

    private QuickLists() {}

    static List<Quick> of(AtTheDesk.Look look, DeskFilter shown) {
        var all = new ArrayList<Quick>();
        all.add(quick("open", DeskFilter.OPEN, shown));
        all.add(quick("late", new DeskFilter("open", "", "", true, ""), shown));
        all.add(quick("pressing", DeskFilter.OPEN.pressing("urgent"), shown));
        all.add(quick("to-accept", DeskFilter.OPEN.in("to-accept"), shown));
        all.add(quick("waiting", DeskFilter.OPEN.in("WAITING"), shown));
        all.add(quick("mine", DeskFilter.OPEN.whose("mine"), shown));
        if (look.seesEverything()) {
            all.add(quick("handed-on", DeskFilter.OPEN.whose("handed-on"), shown));
        } else {
            all.add(quick("told", DeskFilter.OPEN.whose("told"), shown));
        }
        return all;
    }

    private static Quick quick(String name, DeskFilter filter, DeskFilter shown) {
        return new Quick("desk.quick." + name, DeskAddress.of("/desk", filter, Cursor.START), filter.equals(shown));
    }
}
