package org.linli.notices;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// A notice as it stands in the database.
public final class NoticeRow {

    private NoticeRow() {}

    /// From all columns of `notices.notices`.
    public static Notice read(Readable row) {
        return new Notice(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                new Wording(
                        Kind.valueOf(text(row, "kind")),
                        Importance.valueOf(text(row, "importance")),
                        text(row, "title"),
                        text(row, "brief"),
                        text(row, "words")),
                new Enclosed(ids(row, "pictures"), ids(row, "files")),
                text(row, "audience"),
                period(row),
                instantOrNull(row, "send_at"),
                repeat(row),
                invitation(row),
                Notice.State.valueOf(text(row, "state")),
                text(row, "writer"),
                instant(row, "written_at"),
                row.get("approver", String.class),
                row.get("corrects", String.class),
                number(row, "version"));
    }

    private static @Nullable Invitation invitation(Readable row) {
        String whose = text(row, "invites");
        return whose.isEmpty() ? null : new Invitation(integer(row, "places"), Invitation.Whose.valueOf(whose));
    }

    private static @Nullable Repeat repeat(Readable row) {
        var until = row.get("repeat_until", LocalDate.class);
        return until == null ? null : new Repeat(Repeat.Every.valueOf(text(row, "repeat_every")), until);
    }

    private static List<String> ids(Readable row, String column) {
        return List.of(Objects.requireNonNull(row.get(column, String[].class)));
    }

    private static @Nullable Period period(Readable row) {
        var until = instantOrNull(row, "valid_until");
        return until == null ? null : new Period(instant(row, "valid_from"), until);
    }
}
