package org.linli.notices.enclosures;

import java.util.UUID;
import org.linli.channels.Media;
import org.linli.notices.Notice;

/// One thing that is enclosed.
///
/// @param id   names it within its notice
/// @param name as its file was called; shown to everybody
/// @param type what its bytes are, judged by themselves
public record Enclosure(String id, String name, String type) {

    private static final int LONGEST = 60;

    /// In the last sixty characters of its file's name.
    public static Enclosure of(UUID id, String file, Media media) {
        String plain = file.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\"]", "")
                .strip();
        String name = plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
        return new Enclosure(id.toString(), name, media.type());
    }

    public boolean isPicture() {
        return type.startsWith("image/");
    }

    /// By which letters name it, so that a picture is found without its notice.
    public static String inLetters(Notice notice, String id) {
        return "notice-%s-%s".formatted(notice.id(), id);
    }

    @Override
    public String toString() {
        return "Enclosure[" + id + ", " + type + "]";
    }
}
