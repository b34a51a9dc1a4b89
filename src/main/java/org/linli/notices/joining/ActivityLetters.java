package org.linli.notices.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.notices.sending.Moments;
import org.linli.outbox.Letter;

/// What those who signed up are told.
public final class ActivityLetters {

    private ActivityLetters() {}

    /// To those who got places (候补转正). One who moves up twice by the same change is told once.
    public static List<Letter> movedUp(Activity activity, List<Entry> up) {
        return up.stream().map(it -> movedUp(activity, it)).toList();
    }

    private static Letter movedUp(Activity activity, Entry it) {
        var notice = activity.notice();
        var facts = facts(activity);
        facts.put("people", String.valueOf(it.people()));
        String key =
                String.join("/", "activity", notice.id(), String.valueOf(activity.version()), "moved-up", it.who());
        return new Letter(notice.community(), key, it.address(), "activity-moved-up", facts);
    }

    /// Which activity it is.
    public static Map<String, String> facts(Activity it) {
        var facts = new HashMap<>(Moments.of(it.notice().period()).facts());
        facts.put("title", it.notice().wording().title());
        facts.put(
                "places", it.invites().isLimited() ? String.valueOf(it.invites().places()) : "");
        return facts;
    }
}
