package org.linli.polls.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/// How people let somebody vote for them: "委托李阿姨替我投票", "撤销委托", "接受委托 #1".
final class ProxyWords {

    enum Wish {
        NAME,
        CONFIRM,
        ACCEPT,
        REFUSE,
        REVOKE
    }

    private static final String END = "\\s*(?:[#＃]\\s*\\d{1,6})?\\s*(?:了|吧|啊)?[。.！!]*$";
    private static final Pattern NAME = Pattern.compile(
            "^\\s*(?:我)?(?:想|要)?(?:委托|委拖|拜托|请|让|叫|托)\\s*(.{2,30}?)\\s*(?:帮我|替我|代我|给我|来)(?:去)?(?:投票?|投个票|投一下)" + END);
    private static final Pattern CONFIRM = Pattern.compile("^\\s*确认委托" + END);
    private static final Pattern ACCEPT = Pattern.compile("^\\s*(?:我)?(?:接受|同意|答应)委托" + END);
    private static final Pattern REFUSE = Pattern.compile("^\\s*(?:我)?(?:不接受|不同意|拒绝|不要|不想接)委托" + END);
    private static final Pattern REVOKE = Pattern.compile("^\\s*(?:我)?(?:要|想)?(?:撤销|撤回|取消|收回|不)委托" + END);

    private ProxyWords() {}

    /// Empty where it is about something else.
    static Optional<Wish> wish(String said) {
        if (CONFIRM.matcher(said).matches()) {
            return Optional.of(Wish.CONFIRM);
        }
        if (ACCEPT.matcher(said).matches()) {
            return Optional.of(Wish.ACCEPT);
        }
        if (REFUSE.matcher(said).matches()) {
            return Optional.of(Wish.REFUSE);
        }
        if (REVOKE.matcher(said).matches()) {
            return Optional.of(Wish.REVOKE);
        }
        return NAME.matcher(said).matches() ? Optional.of(Wish.NAME) : Optional.empty();
    }

    /// Whom somebody names, without where they live; empty where nobody is named.
    static String named(String said) {
        var found = NAME.matcher(said);
        String whole = found.matches() ? found.group(1) : "";
        int of = whole.lastIndexOf('的');
        return (of < 0 ? whole : whole.substring(of + 1)).strip();
    }
}
