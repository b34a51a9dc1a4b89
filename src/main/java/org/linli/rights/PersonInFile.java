package org.linli.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.linli.platform.rights.Person;
import org.springframework.web.util.HtmlUtils;

/// Whether somebody stands in a file that staff put here or had made: a text, or a spreadsheet with texts in it. Pure.
///
/// In doubt they do: a file too large or too broken to be looked through is as good as one that names them.
final class PersonInFile {

    private static final int MOST = 64 * 1024 * 1024;

    private final Pattern traces;

    private PersonInFile(Pattern traces) {
        this.traces = traces;
    }

    static PersonInFile of(Person person) {
        var whole = Stream.of(person.addresses().stream(), person.cases().stream(), Stream.of(person.resident()))
                .flatMap(it -> it)
                .filter(it -> !it.isEmpty())
                .map(it -> "(?<![A-Za-z0-9_-])" + Pattern.quote(it) + "(?![A-Za-z0-9_-])");
        var all = Stream.concat(whole, Stream.of(PersonalStatements.called(person)))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("|"));
        return new PersonInFile(Pattern.compile(all));
    }

    boolean holds(byte[] file) {
        return isZip(file) ? anyPartHolds(file) : holds(new String(file, StandardCharsets.UTF_8));
    }

    private boolean holds(String text) {
        return traces.matcher(text).find();
    }

    private boolean anyPartHolds(byte[] file) {
        int left = MOST;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                byte[] part = bytes(zip, entry, left);
                left -= part.length;
                // cells may be written in numbers of characters
                if (left == 0 || holds(HtmlUtils.htmlUnescape(new String(part, StandardCharsets.UTF_8)))) {
                    return true;
                }
            }
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    private static boolean isZip(byte[] file) {
        return file.length > 1 && file[0] == 'P' && file[1] == 'K';
    }
}
