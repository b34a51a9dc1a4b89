package org.linli.community.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.community.file.Problem.What;

/// A unit is retired only when nobody works there any more, no group belongs to it and no unit lies below it.
final class CheckRetired {

    private final String file;
    private final @Nullable CommunityMap known;
    private final CommunityFile read;

    CheckRetired(String file, @Nullable CommunityMap known, CommunityFile read) {
        this.file = file;
        this.known = known;
        this.read = read;
    }

    List<Problem> problems() {
        return read.units().stream()
                .filter(Unit::retired)
                .flatMap(it -> Stream.of(
                                of(it, "staff", staff()), of(it, "groups", groups()), of(it, "units", parents()))
                        .flatMap(problems -> problems))
                .toList();
    }

    private Stream<Problem> of(Unit retired, String table, Map<String, String> units) {
        return units.entrySet().stream()
                .filter(it -> it.getValue().equals(retired.id()))
                .map(it -> new Problem(file, 0, What.STILL_USED, retired.id(), table, it.getKey()));
    }

    private Map<String, String> staff() {
        return merged(
                known == null ? List.of() : known.staff(),
                read.staff().stream().map(CommunityFile.Member::member).toList(),
                StaffMember::id,
                StaffMember::unit);
    }

    private Map<String, String> groups() {
        var units = merged(known == null ? List.of() : known.groups(), List.<Group>of(), Group::code, Group::unit);
        read.groups().forEach(it -> units.put(it.code(), Objects.requireNonNullElse(it.unit(), "")));
        return units;
    }

    private Map<String, String> parents() {
        var units = merged(known == null ? List.of() : known.units(), read.units(), Unit::id, Unit::parent);
        read.units().stream().filter(Unit::retired).forEach(it -> units.remove(it.id()));
        return units;
    }

    /// By id, what the file says before what stands.
    private static <T> Map<String, String> merged(
            List<T> standing, List<T> fresh, Function<T, String> id, Function<T, @Nullable String> unit) {
        var units = new LinkedHashMap<String, String>();
        Stream.concat(standing.stream(), fresh.stream())
                .forEach(it -> units.put(id.apply(it), Objects.requireNonNullElse(unit.apply(it), "")));
        return units;
    }
}
