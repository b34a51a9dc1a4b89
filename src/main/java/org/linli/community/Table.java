package org.linli.community;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.file.CommunityFile;

/// What a file says, as rows of one of our tables. A binding place takes a whole column, the first the community.
record Table<T>(String sql, List<T> rows, List<Function<T, @Nullable String>> columns) {

    private static final String BETWEEN = "\u001f";

    /// In an order in which nothing points to what is not there yet.
    static Stream<Table<?>> all(CommunityFile file, ResidentNames names) {
        return Stream.of(
                PlacesTables.places(file),
                PlacesTables.units(file),
                PeopleTables.staff(file),
                PeopleTables.staffAddresses(file),
                PlacesTables.groups(file),
                PeopleTables.residents(file, names),
                PeopleTables.identities(file),
                PeopleTables.tags(file));
    }

    @Nullable
    String[] column(int number) {
        return rows.stream().map(columns.get(number)).toArray(String[]::new);
    }

    static String joined(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.text();
    }
}
