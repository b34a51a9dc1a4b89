package org.linli.platform.database;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Reads the columns of a row that cannot be null, and the common ones that can.
public final class Columns {

    private Columns() {}

    public static String text(Readable row, String column) {
        return required(row.get(column, String.class), column);
    }

    public static long number(Readable row, String column) {
        return required(row.get(column, Long.class), column);
    }

    public static int integer(Readable row, String column) {
        return required(row.get(column, Integer.class), column);
    }

    public static Instant instant(Readable row, String column) {
        return required(row.get(column, OffsetDateTime.class), column).toInstant();
    }

    public static @Nullable Instant instantOrNull(Readable row, String column) {
        OffsetDateTime value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> T required(@Nullable T value, String column) {
        if (value == null) {
            throw new IllegalStateException("column '" + column + "' is null");
        }
        return value;
    }
}
