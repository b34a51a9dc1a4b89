package org.linli.platform.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.platform.secrets.SealedColumn;

/// One table, and what becomes of it when somebody asks for their data or wants them erased.
///
/// Statements name `:community`, `:resident`, `:addresses` (an array), `:voters` (the person as polls call them, an
/// array), `:called` (a regular expression of names and telephones), `:cases` (an array of numbers), and `:mark`, which
/// stands for a person who is forgotten: an address that leads nowhere. A statement with `:called` is left out where no
/// name is known: what is to be found by something else as well stands in one of its own.
///
/// @param name    with its schema
/// @param shown   selects what the person gets to see; empty: nothing. Of nobody else
/// @param waits   selects a row while it is too early to erase; empty: never
/// @param erased  in order. Run twice they do the same as once
/// @param words   columns in which others may have written of the person, whose names and telephones are masked there;
///                `column::json` where it is not text
/// @param sealed  columns of `shown` that are opened, with the columns of their key beside them
/// @param told    what people read in place of a row of `shown` that holds what only programs understand
/// @param files   a column of bytes, in which anybody may stand; `null` without. A row whose file holds the person goes
/// @param kept    why it stays as it is, where it does
public record PersonalTable(
        String name,
        String shown,
        String waits,
        List<String> erased,
        List<String> words,
        List<SealedColumn> sealed,
        UnaryOperator<Map<String, Object>> told,
        @Nullable Files files,
        String kept) {

    /// @param bytes  the column of the files; `null` in a row without one
    /// @param key    the column that is the table's key beside the community
    /// @param sealed the column of the same table in which files are sealed; `null` where they lie open
    public record Files(String bytes, String key, @Nullable SealedColumn sealed) {}

    public PersonalTable {
        erased = List.copyOf(erased);
        words = List.copyOf(words);
        sealed = List.copyOf(sealed);
    }

    public static PersonalTable of(String name) {
        return new PersonalTable(name, "", "", List.of(), List.of(), List.of(), UnaryOperator.identity(), null, "");
    }

    /// @param why in few words, for whoever reads the code and the report of an erasure
    public static PersonalTable kept(String name, String why) {
        return new PersonalTable(name, "", "", List.of(), List.of(), List.of(), UnaryOperator.identity(), null, why);
    }

    public PersonalTable shown(String select) {
        return new PersonalTable(name, select, waits, erased, words, sealed, told, files, kept);
    }

    public PersonalTable waitsWhile(String select) {
        return new PersonalTable(name, shown, select, erased, words, sealed, told, files, kept);
    }

    public PersonalTable erased(String... statements) {
        return new PersonalTable(name, shown, waits, List.of(statements), words, sealed, told, files, kept);
    }

    public PersonalTable words(String... columns) {
        return new PersonalTable(name, shown, waits, erased, List.of(columns), sealed, told, files, kept);
    }

    public PersonalTable sealed(SealedColumn... columns) {
        return new PersonalTable(name, shown, waits, erased, words, List.of(columns), told, files, kept);
    }

    public PersonalTable told(UnaryOperator<Map<String, Object>> inWords) {
        return new PersonalTable(name, shown, waits, erased, words, sealed, inWords, files, kept);
    }

    public PersonalTable files(String bytes, String key) {
        return files(new Files(bytes, key, null));
    }

    public PersonalTable files(String bytes, String key, SealedColumn sealedAs) {
        return files(new Files(bytes, key, sealedAs));
    }

    private PersonalTable files(Files all) {
        return new PersonalTable(name, shown, waits, erased, words, sealed, told, all, kept);
    }

    /// All that statements do here to erase, in order.
    public List<String> statements() {
        var all = new ArrayList<>(erased);
        words.forEach(column -> all.add(masking(column)));
        return all;
    }

    private String masking(String column) {
        int cast = column.indexOf("::");
        String plain = cast < 0 ? column : column.substring(0, cast);
        String type = cast < 0 ? "text" : column.substring(cast + 2);
        return "update %1$s set %2$s = regexp_replace(%2$s::text, :called, '**', 'g')::%3$s where community_id = :community and %2$s::text ~ :called"
                .formatted(name, plain, type);
    }
}
