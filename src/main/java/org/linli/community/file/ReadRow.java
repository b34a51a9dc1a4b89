package org.linli.community.file;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.QuietHours;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.Talkativeness;
import org.linli.community.Unit;
import org.linli.community.file.Problem.What;
import org.linli.platform.database.CommunityId;

/// One row of each table but places, as what it stands for. What is wrong with it is said at its fields.
final class ReadRow {

    private ReadRow() {}

    static Unit unit(Fields fields, KnownPlaces places) {
        fields.only("id", "kind", "name", "places", "labels", "chat", "parent", "hours", "retired");
        places.mustBeThere(fields, "places", fields.texts("places"), fields.yes("retired"));
        return new Unit(
                fields.id("id"),
                fields.oneOf("kind", Unit.Kind.class, null),
                fields.text("name"),
                fields.texts("places"),
                fields.texts("labels"),
                fields.addresses("chat").stream().findFirst().orElse(null),
                fields.optional("parent"),
                hours(fields, "hours"),
                fields.yes("retired"));
    }

    static CommunityFile.Member member(CommunityId id, Fields fields, Set<String> units) {
        fields.only("id", "name", "role", "unit", "phone", "chat", "addresses");
        var member = new StaffMember(
                id,
                fields.id("id"),
                fields.text("name"),
                fields.oneOf("role", Role.class, null),
                fields.reference("unit", "unit", units),
                fields.optional("phone"),
                fields.addresses("chat").stream().findFirst().orElse(null));
        return new CommunityFile.Member(member, fields.addresses("addresses"));
    }

    static CommunityFile.Bound group(Fields fields, KnownPlaces places, Set<String> units) {
        fields.only("code", "name", "address", "place", "unit", "talkativeness", "quiet-hours", "welcome");
        fields.text("address");
        places.mustBeOpen(fields, "place", fields.text("place"));
        return new CommunityFile.Bound(
                fields.id("code"),
                fields.text("name"),
                fields.addresses("address").stream().findFirst().orElse(CheckPlaces.NOWHERE),
                fields.text("place"),
                unit(fields, units),
                fields.oneOf("talkativeness", Talkativeness.class, Talkativeness.BALANCED),
                hours(fields, "quiet-hours"),
                fields.yes("welcome"));
    }

    private static @Nullable QuietHours hours(Fields fields, String column) {
        String said = fields.optional(column);
        var hours = Optional.ofNullable(said).flatMap(QuietHours::parse);
        if (said != null && hours.isEmpty()) {
            fields.wrong(column, What.NO_HOURS, said);
        }
        return hours.orElse(null);
    }

    private static @Nullable String unit(Fields fields, Set<String> known) {
        String said = fields.optional("unit");
        fields.mustBeKnown("unit", Objects.requireNonNullElse(said, ""), "unit", known);
        return said;
    }

    static CommunityFile.Person person(Fields fields, KnownPlaces places) {
        String home = fields.optional("home");
        places.mustBeOpen(fields, "home", Objects.requireNonNullElse(home, ""));
        fields.only("id", "name", "home", "verified", "addresses", "tags");
        return new CommunityFile.Person(
                fields.id("id"),
                fields.text("name"),
                home,
                fields.yes("verified"),
                fields.addresses("addresses"),
                fields.texts("tags"));
    }
}
