package org.linli.community.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;
import org.linli.community.file.Problem.What;
import org.linli.platform.database.CommunityId;

/// Turns rows into a community, or into all that is wrong with them.
final class CheckFile {

    private static final List<String> TABLES = List.of("community", "places", "units", "staff", "groups", "residents");

    private final String file;
    private final @Nullable CommunityMap known;
    private final List<Problem> problems = new ArrayList<>();

    CheckFile(String file, @Nullable CommunityMap known) {
        this.file = file;
        this.known = known;
    }

    /// @throws UnusableFile when the rows do not say, or say several
    static CommunityId about(String file, List<Row> rows) {
        var heads = rows.stream().filter(it -> it.table().equals("community")).toList();
        var problems = new ArrayList<Problem>();
        if (heads.size() != 1) {
            problems.add(new Problem(file, 0, What.HEADS, Integer.toString(heads.size())));
            throw new UnusableFile(problems);
        }
        var fields = new Fields(file, heads.getFirst(), problems);
        String id = fields.text("id");
        try {
            return new CommunityId(id);
        } catch (CommunityId.Impossible wrong) {
            if (!id.isEmpty()) {
                fields.say(fields.line("id"), What.NO_COMMUNITY_ID, id);
            }
            throw new UnusableFile(problems);
        }
    }

    CommunityFile check(List<Row> rows) {
        var id = about(file, rows);
        rows.stream()
                .filter(it -> !TABLES.contains(it.table()))
                .forEach(it -> fields(it).say(it.line(), What.NO_TABLE, it.sheet(), String.join(", ", TABLES)));
        var heads = fields(rows, "community");
        var places = new CheckPlaces(id, known).check(heads.getFirst(), fields(rows, "places"));
        var ids = KnownPlaces.of(placesEver(places));
        var units =
                fields(rows, "units").stream().map(it -> ReadRow.unit(it, ids)).toList();
        var acting = acting(units);
        var read = new CommunityFile(
                id,
                head(heads.getFirst()),
                places,
                units,
                fields(rows, "staff").stream()
                        .map(it -> ReadRow.member(id, it, acting.keySet()))
                        .toList(),
                fields(rows, "groups").stream()
                        .map(it -> ReadRow.group(it, ids, acting.keySet()))
                        .toList(),
                fields(rows, "residents").stream()
                        .map(it -> ReadRow.person(it, ids))
                        .toList());
        checkWhole(rows, read);
        if (!problems.isEmpty()) {
            throw new UnusableFile(problems);
        }
        return read;
    }

    private void checkWhole(List<Row> rows, CommunityFile read) {
        mustDiffer(rows, "units", "id");
        mustDiffer(rows, "staff", "id");
        mustDiffer(rows, "groups", "code");
        mustDiffer(rows, "groups", "address");
        mustDiffer(rows, "residents", "id");
        mustDiffer(rows, "residents", "addresses");
        mustLieBelowEachOther(rows, read);
        if (acting(read.units()).values().stream().noneMatch(it -> it.kind() == Unit.Kind.DESK)) {
            problems.add(new Problem(file, 0, What.NO_DESK));
        }
        problems.addAll(new CheckRetired(file, known, read).problems());
    }

    /// The units that there are afterwards, without those that are retired.
    private Map<String, Unit> acting(List<Unit> fresh) {
        var acting = new LinkedHashMap<String, Unit>();
        Stream.concat(known == null ? Stream.of() : known.units().stream(), fresh.stream())
                .forEach(it -> acting.put(it.id(), it));
        acting.values().removeIf(Unit::retired);
        return acting;
    }

    /// Each unit below one that is there, and none above itself.
    private void mustLieBelowEachOther(List<Row> rows, CommunityFile read) {
        var above = new HashMap<String, String>();
        Stream.concat(known == null ? Stream.of() : known.units().stream(), read.units().stream())
                .forEach(it -> above.put(it.id(), it.parent() == null ? "" : it.parent()));
        for (Fields fields : fields(rows, "units")) {
            String parent = fields.optional("parent");
            fields.mustBeKnown("parent", parent == null ? "" : parent, "unit", above.keySet());
            String unit = fields.text("id");
            String next = above.getOrDefault(unit, "");
            for (int i = 0; i < above.size() && !next.isEmpty() && !next.equals(unit); i++) {
                next = above.getOrDefault(next, "");
            }
            if (next.equals(unit)) {
                fields.say(fields.line("parent"), What.ABOVE_ITSELF, unit);
            }
        }
    }

    private CommunityFile.@Nullable Head head(Fields fields) {
        fields.only("id", "name", "street", "case-prefix");
        return known != null && fields.optional("name") == null
                ? null
                : new CommunityFile.Head(fields.text("name"), fields.id("case-prefix"));
    }

    private void mustDiffer(List<Row> rows, String table, String column) {
        var seen = new HashSet<String>();
        for (Fields fields : fields(rows, table)) {
            fields.texts(column).stream()
                    .filter(it -> !seen.add(it))
                    .forEach(it -> fields.wrong(column, What.TWICE, it));
        }
    }

    private Map<String, Place> placesEver(List<Place> fresh) {
        var places = new LinkedHashMap<String, Place>();
        Stream.concat(known == null ? Stream.of() : known.placesEver().stream(), fresh.stream())
                .forEach(it -> places.put(it.id(), it));
        return places;
    }

    private List<Fields> fields(List<Row> rows, String table) {
        return rows.stream()
                .filter(it -> it.table().equals(table))
                .map(this::fields)
                .toList();
    }

    private Fields fields(Row row) {
        return new Fields(file, row, problems);
    }
}
