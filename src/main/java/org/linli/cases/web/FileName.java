package org.linli.cases.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linli.media.SentMedia;

/// Under which name something may be saved: nothing of a path in it, nothing that hides its ending, and an ending that
/// fits its bytes. A program called `照片.exe` is none of what we keep; a packed one called `照片.apk` becomes
/// `照片.apk.zip`.
final class FileName {

    private static final int LONGEST = 80;

    private static final Map<String, Set<String>> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", Set.of("jpg", "jpeg")),
            Map.entry("image/png", Set.of("png")),
            Map.entry("video/mp4", Set.of("mp4", "m4v", "mov")),
            Map.entry("audio/amr", Set.of("amr")),
            Map.entry("audio/amr-nb", Set.of("amr")),
            Map.entry("audio/amr-wb", Set.of("amr", "awb")),
            Map.entry("audio/mpeg", Set.of("mp3")),
            Map.entry("audio/mp4", Set.of("m4a")),
            Map.entry("audio/vnd.wave", Set.of("wav")),
            Map.entry("audio/x-wav", Set.of("wav")),
            Map.entry("application/pdf", Set.of("pdf")),
            Map.entry("application/zip", Set.of("zip", "docx", "xlsx", "pptx")),
            Map.entry("application/x-tika-ooxml", Set.of("docx", "xlsx", "pptx")),
            Map.entry("application/x-tika-msoffice", Set.of("doc", "xls", "ppt", "wps", "et")),
            Map.entry("text/plain", Set.of("txt", "csv")));

    private FileName() {}

    static String of(SentMedia sent) {
        String name = plain(sent.name());
        var endings = ENDINGS.getOrDefault(sent.type(), Set.of());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String whole = name.isEmpty() ? sent.id() : name;
        return endings.isEmpty() || !name.isEmpty() && endings.contains(ending)
                ? whole
                : whole + "." + endings.stream().sorted().findFirst().orElseThrow();
    }

    private static String plain(String name) {
        String clean =
                name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]", "").replaceAll("^[.\\s]+|\\s+$", "");
        return clean.length() <= LONGEST ? clean : clean.substring(clean.length() - LONGEST);
    }
}
