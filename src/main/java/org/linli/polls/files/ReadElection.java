package org.linli.polls.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.linli.polls.counting.Election;

/// Reads an election in the format that its name ends with: `.pb`, `.soc` `.soi` `.toc` `.toi`, `.cvotes`.
public final class ReadElection {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ReadElection() {}

    /// Throws [BrokenElection] where the file does not hold what its name says.
    public static Election from(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String text = text(file);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pb" -> Pabulib.read(text);
            case "soc", "soi", "toc", "toi" -> PrefLib.read(text);
            case "cvotes" -> CondorcetFormat.read(text);
            default ->
                throw new BrokenElection(
                        "'%s', expected a name that ends with .pb .soc .soi .toc .toi or .cvotes".formatted(name));
        };
    }

    /// A Pabulib file that was read already.
    public static Election pabulib(String text) {
        return Pabulib.read(text);
    }

    /// How many ballots name each project, as a Pabulib file itself says; it may say so without showing a ballot.
    /// Empty where it has no such column.
    public static List<Long> pabulibVotes(String text) {
        return Pabulib.votes(text);
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherCoding) {
            throw new BrokenElection("the file is not written in UTF-8");
        }
    }
}
