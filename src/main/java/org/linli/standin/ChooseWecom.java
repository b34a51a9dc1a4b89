package org.linli.standin;

import java.util.Map;
import java.util.function.IntFunction;

/// The demo's accounts at WeCom, each corporation at a platform of its own: one with an app, an AI bot and a group
/// robot, one with a service desk, one with customer groups.
final class ChooseWecom {

    private final IntFunction<String> made;

    /// @param made makes up so many letters and digits
    ChooseWecom(IntFunction<String> made) {
        this.made = made;
    }

    /// @param chosen  takes the settings
    /// @param wecom   the port of each platform
    void choose(Map<String, Object> chosen, int wecom, int kf, int contact) {
        corporation(chosen, 0, "demo", wecom);
        corporation(chosen, 1, "service", kf);
        corporation(chosen, 2, "groups", contact);
        chosen.put("linli.channels.wecom-scan.app", "app");
        chosen.put("linli.channels.wecom-scan.page", "http://127.0.0.1:%d/wwlogin/sso/login".formatted(wecom));
        chosen.put("linli.stand-in.wecom.port", wecom);
        chosen.put("linli.stand-in.wecom-kf.port", kf);
        chosen.put("linli.stand-in.wecom-contact.port", contact);
        people(chosen);
        account(chosen, "linli.channels.wecom-kf.accounts[0].", "desk", "service");
        chosen.put("linli.channels.wecom-kf.accounts[0].open-kf-id", "wk" + made.apply(20));
        account(chosen, "linli.channels.wecom-contact.accounts[0].", "contact", "groups");
    }

    private void people(Map<String, Object> chosen) {
        String corp = "linli.channels.wecom.corps[0].";
        secrets(chosen, corp + "apps[0].", "app");
        chosen.put(corp + "apps[0].agent-id", 1_000_002);
        chosen.put(corp + "bots[0].id", "bot");
        chosen.put(corp + "bots[0].token", made.apply(24));
        chosen.put(corp + "bots[0].encoding-aes-key", made.apply(43));
        chosen.put(corp + "robots[0].id", "robot");
        chosen.put(corp + "robots[0].key", made.apply(36));
    }

    private void corporation(Map<String, Object> chosen, int number, String id, int port) {
        String corp = "linli.channels.wecom.corps[" + number + "].";
        chosen.put(corp + "id", id);
        chosen.put(corp + "community", "lm");
        chosen.put(corp + "corp-id", "ww" + made.apply(16));
        chosen.put(corp + "api-base", "http://127.0.0.1:" + port);
    }

    private void account(Map<String, Object> chosen, String account, String id, String corp) {
        secrets(chosen, account, id);
        chosen.put(account + "corp", corp);
    }

    private void secrets(Map<String, Object> chosen, String account, String id) {
        chosen.put(account + "id", id);
        chosen.put(account + "secret", made.apply(32));
        chosen.put(account + "token", made.apply(24));
        chosen.put(account + "encoding-aes-key", made.apply(43));
    }
}
