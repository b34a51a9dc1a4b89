package org.linli.community.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.QuietHours;
import org.linli.community.StaffMember;
import org.linli.community.Talkativeness;
import org.linli.community.Unit;
import org.linli.community.file.Problem.What;
import org.linli.platform.database.CommunityId;

/// What a checked file says about one community. Its format is described in `deploy/demo/community.yaml`.
///
/// A file may hold some tables only, like the residents; what it refers to may then have been imported before.
///
/// @param head `null` where the file only adds to a community that is there
public record CommunityFile(
        CommunityId id,
        @Nullable Head head,
        List<Place> places,
        List<Unit> units,
        List<Member> staff,
        List<Bound> groups,
        List<Person> residents) {

    public record Head(String name, String casePrefix) {}

    /// @param addresses where the member writes from, beside where they are told
    public record Member(StaffMember member, List<Address> addresses) {}

    public record Bound(
            String code,
            String name,
            Address address,
            String place,
            @Nullable String unit,
            Talkativeness talkativeness,
            @Nullable QuietHours quiet,
            boolean welcome) {}

    public record Person(
            String id,
            String name,
            @Nullable String home,
            boolean verified,
            List<Address> addresses,
            List<String> tags) {

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /// The id that a file is about, needed to find what was imported before.
    ///
    /// @throws UnusableFile when it cannot be read, or does not say
    public static CommunityId about(String name, byte[] bytes) {
        return CheckFile.about(name, rows(name, bytes));
    }

    /// @param known what was imported before; `null` for a new community
    /// @throws UnusableFile with all that is wrong
    public static CommunityFile read(String name, byte[] bytes, @Nullable CommunityMap known) {
        return new CheckFile(name, known).check(rows(name, bytes));
    }

    private static List<Row> rows(String name, byte[] bytes) {
        var problems = new ArrayList<Problem>();
        var rows = switch (ending(name)) {
            case "xlsx" -> new ReadSpreadsheet(name, problems).read(bytes);
            case "csv", "xls", "et", "ods" -> otherFormat(name, problems);
            default -> new ReadYaml(name, problems).read(bytes);
        };
        if (!problems.isEmpty()) {
            throw new UnusableFile(problems);
        }
        return rows;
    }

    private static List<Row> otherFormat(String name, List<Problem> problems) {
        problems.add(new Problem(name, 0, What.OTHER_FORMAT, ending(name)));
        return List.of();
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
