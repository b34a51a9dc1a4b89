package org.linli.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
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
    private static final int WINDOW = 64 * 1024;

    /// Longer than the longest trace, each of whose characters may be written as `&#x4E2D;`.
    private static final int OVERLAP = 8 * 1024;

    /// How many more characters are looked through, over all parts of a file.
    private static final class Left {

        private int characters;

        Left(int characters) {
            this.characters = characters;
        }

        boolean isOver(int read) {
            characters -= read;
            return characters < 0;
        }
    }

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
        try {
            return isZip(file) ? anyPartHolds(file) : holds(new ByteArrayInputStream(file), new Left(MOST), false);
        } catch (IOException broken) {
            return true;
        }
    }

    private boolean anyPartHolds(byte[] file) throws IOException {
        var left = new Left(MOST);
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                if (!isPlain(entry)) {
                    return true;
                }
                try (var part = zip.getInputStream(entry)) {
                    if (holds(part, left, true)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /// The library knows more ways of packing, by libraries that are not here.
    private static boolean isPlain(ZipArchiveEntry entry) {
        return entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    }

    /// Reads a window at a time; each begins with the end of the one before, so that nothing falls between two.
    ///
    /// @param cells whether characters may be written as numbers
    private boolean holds(InputStream bytes, Left left, boolean cells) throws IOException {
        var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        var window = new char[WINDOW];
        int kept = 0;
        while (true) {
            int read = filled(reader, window, kept);
            int length = kept + read;
            boolean last = length < WINDOW;
            String text = new String(window, 0, length);
            if (left.isOver(read) || holds(cells ? HtmlUtils.htmlUnescape(text) : text, kept == 0, last)) {
                return true;
            }
            if (last) {
                return false;
            }
            System.arraycopy(window, length - OVERLAP, window, 0, OVERLAP);
            kept = OVERLAP;
        }
    }

    private static int filled(Reader reader, char[] window, int from) throws IOException {
        int at = from;
        while (at < window.length) {
            int read = reader.read(window, at, window.length - at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return at - from;
    }

    /// What touches the edge of a window may be a part of something longer; the window beside it has it whole.
    private boolean holds(String text, boolean first, boolean last) {
        var found = traces.matcher(text);
        while (found.find()) {
            if ((first || found.start() > 0) && (last || found.end() < text.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZip(byte[] file) {
        return file.length > 1 && file[0] == 'P' && file[1] == 'K';
    }
}
