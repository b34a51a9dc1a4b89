package org.linli.audit.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.audit.Entry;
import org.linli.platform.audit.Noted;

/// What a line is about, as people call it, and where that is: pure.
///
/// @param kind a key of words; empty where the name says enough
/// @param name empty where the kind says enough
/// @param link empty: nowhere
record SayAbout(String kind, String name, String link) {

    private static final String WORDS = "audit.object.";
    private static final Pattern CASE = Pattern.compile("[A-Z]+-\\d{4}-\\d+");
    private static final Pattern LETTER = Pattern.compile(".*, \\d+ people");

    /// By what stands before the first slash.
    private static final Map<String, String> LINKS = Map.ofEntries(
            Map.entry("staff", "/desk/admin/staff"),
            Map.entry("api-key", "/desk/admin/keys"),
            Map.entry("hotline", "/desk/hotline"),
            Map.entry("hotline-orders", "/desk/hotline"),
            Map.entry("hotline-columns", "/desk/hotline"),
            Map.entry("hotline-key", "/desk/hotline"),
            Map.entry("ledgers", "/desk/ledgers"),
            Map.entry("import", "/desk/admin/community"),
            Map.entry("community", "/desk/admin/community"),
            Map.entry("manner", "/desk/admin/settings"),
            Map.entry("settings", "/desk/admin/settings"),
            Map.entry("retention", "/desk/admin/retention"),
            Map.entry("cases", "/desk"),
            Map.entry("understanding", ""),
            Map.entry("second-factor", "/desk/admin/staff"),
            Map.entry("channel", "/desk/channels"),
            Map.entry("webhook", "/desk/admin/webhooks"),
            Map.entry("open311", ""),
            Map.entry("open311-hook", ""),
            Map.entry("openness", ""),
            Map.entry("tag", "/desk/channels"),
            Map.entry("parcels", ""),
            Map.entry("poll", "/desk/polls#poll-"),
            Map.entry("round", "/desk/rounds/"),
            Map.entry("letters-since-restore", ""),
            Map.entry("audit", "/desk/audit"),
            Map.entry("asked", ""));

    /// Each has a place of its own there.
    private static final Set<String> NUMBERED = Set.of("poll", "round");

    private static final List<Noted.Kind> OF_PEOPLE =
            List.of(Noted.Kind.LOOKED, Noted.Kind.ERASED, Noted.Kind.EXPORTED);

    /// @param keys names of the keys of programs, by id
    static SayAbout of(Entry it, SayDetail detail, Map<String, String> keys) {
        String about = it.about();
        String head = about.replaceFirst("/.*", "");
        if (CASE.matcher(about).matches()) {
            return new SayAbout("", about, "/desk/cases/" + about);
        }
        if (LINKS.containsKey(head)) {
            String id = about.substring(about.indexOf('/') + 1);
            String name = about.equals(head) ? "" : named(head, id, detail, keys);
            return new SayAbout(WORDS + head, name, LINKS.get(head) + (NUMBERED.contains(head) ? id : ""));
        }
        if (LETTER.matcher(it.detail()).matches()) {
            return new SayAbout(WORDS + "letter", "", "/desk/channels");
        }
        if (it.detail().startsWith(SayDetail.NOTICE)) {
            return new SayAbout(WORDS + "notice", about, "");
        }
        boolean isOfPeople = OF_PEOPLE.stream().anyMatch(kind -> kind.name().equals(it.what()));
        return new SayAbout(isOfPeople ? WORDS + "resident" : "", about, "");
    }

    /// Ids drawn by lot tell nobody anything; neither do those of lines that say all by what they are.
    private static String named(String head, String id, SayDetail detail, Map<String, String> keys) {
        return switch (head) {
            case "api-key" -> keys.getOrDefault(id, "");
            case "poll", "round" -> "#" + id;
            case "staff", "hotline", "manner", "community" -> detail.name(id);
            case "settings" -> detail.name(id.replaceFirst("^.*/", "")).replaceFirst("^(?:name|ways)$", "");
            default -> "";
        };
    }
}
