package org.linli.standin.kf;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.standin.Asked;
import org.linli.standin.Person;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;
import org.linli.standin.wecom.Codes;

/// What is said to customers: five things for each that they write, one greeting for each time that they look in.
final class KfTalks {

    private static final int WELCOME_SECONDS = 20;

    /// @param customer who looked in
    private record Welcome(String customer, Instant until) {}

    private final Map<String, KfCustomer> customers = new LinkedHashMap<>();
    private final Map<String, Welcome> welcomes = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final String desk;
    private final UploadedPictures pictures;
    private final Clock clock;

    /// @param names of those who are there from the beginning, by their ids
    KfTalks(String desk, Map<String, String> names, UploadedPictures pictures, Clock clock) {
        this.desk = desk;
        this.pictures = pictures;
        this.clock = clock;
        names.forEach((id, name) -> customers.put(id, new KfCustomer(id, name)));
    }

    KfCustomer customer(String id) {
        return customers.computeIfAbsent(id, it -> new KfCustomer(it, it));
    }

    List<Person> people() {
        return customers.values().stream().map(KfCustomer::asSeen).toList();
    }

    void lookedIn(String id, String code) {
        customer(id);
        welcomes.put(code, new Welcome(id, clock.instant().plusSeconds(WELCOME_SECONDS)));
    }

    Told say(Asked call) {
        var asked = call.json();
        var customer = customers.get(asked.path("touser").asString(""));
        String id = asked.path("msgid").asString("");
        if (customer == null || !asked.path("open_kfid").asString("").equals(desk)) {
            return Codes.refused(customer == null ? 40003 : 95000);
        }
        if (!id.matches("[0-9a-zA-Z_-]{0,32}")) {
            return Codes.refused(40058);
        }
        long refused = refusal(customer, call);
        if (refused != 0) {
            return Codes.refused(refused);
        }
        if (id.isEmpty() || said.add(id)) {
            heard(customer, call);
        }
        return Codes.ok(Map.of("msgid", id));
    }

    private long refusal(KfCustomer customer, Asked call) {
        long refused = customer.mayHear(clock.instant());
        return refused == 0 && isPicture(call) ? pictures.refusal(picture(call)) : refused;
    }

    private static boolean isPicture(Asked call) {
        return call.json().path("msgtype").asString("").equals("image");
    }

    private static String picture(Asked call) {
        return call.json().at("/image/media_id").asString("");
    }

    Told greet(Asked call) {
        var welcome = welcomes.remove(call.json().path("code").asString(""));
        if (isPicture(call)) {
            return Codes.refused(40008);
        }
        if (welcome == null || !welcome.until().isAfter(clock.instant())) {
            return Codes.refused(95018);
        }
        heard(customer(welcome.customer()), call);
        return Codes.ok(Map.of("msgid", call.json().path("msgid").asString("")));
    }

    Told move(Asked call) {
        customer(call.json().path("external_userid").asString(""))
                .moveTo(call.json().path("service_state").asInt(0));
        return Codes.ok(Map.of());
    }

    private static void heard(KfCustomer customer, Asked call) {
        if (isPicture(call)) {
            customer.isShown(picture(call));
            return;
        }
        var menu = call.json().path("msgmenu");
        var choices = menu.path("list")
                .valueStream()
                .map(it -> it.at("/click/content").asString(""))
                .toList();
        customer.hears(
                choices.isEmpty()
                        ? call.json().at("/text/content").asString("")
                        : menu.path("head_content").asString(""),
                choices);
    }
}
