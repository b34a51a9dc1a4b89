package org.linli.cases.web;

import java.util.Locale;
import org.linli.media.MediaKind;
import org.linli.media.SentMedia;

/// Something that a resident sent, as pages show it.
///
/// @param show  how: `picture`, `film`, `sound`, `file`; or why not: `due`, `gone`, `too_large`, `refused_type`
/// @param kind  what it was sent as: the message key ends in it
/// @param name  with an ending that tells what it really is
/// @param size  `1.2 MB`; empty while it is not here
public record SentView(String id, String show, String kind, String name, String size) {

    private static final long MEGABYTE = 1_000_000;

    static SentView of(SentMedia sent) {
        return new SentView(
                sent.id(),
                show(sent),
                sent.kind().word(),
                FileName.of(sent),
                sent.size() == 0 ? "" : size(sent.size()));
    }

    boolean isComing() {
        return show.equals("due");
    }

    private static String show(SentMedia sent) {
        if (sent.state() != SentMedia.State.KEPT) {
            return sent.state().name().toLowerCase(Locale.ROOT);
        }
        return switch (sent.type().substring(0, sent.type().indexOf('/'))) {
            case "image" -> "picture";
            case "video" -> "film";
            case "audio" -> isPlayable(sent) ? "sound" : "file";
            default -> "file";
        };
    }

    /// No browser plays the telephone's AMR.
    private static boolean isPlayable(SentMedia sent) {
        return sent.kind() == MediaKind.VOICE && !sent.type().startsWith("audio/amr");
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? Math.max(1, bytes / 1_000) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
    }
}
