package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import org.linli.platform.words.YamlFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the menu of an account and finds all of its faults, by the limits of the platform's page "创建自定义菜单".
final class ReadMenu {

    private static final int ENTRIES = 3;
    private static final int ENTRIES_BELOW = 5;
    private static final int NAME_BYTES = 16;
    private static final int NAME_BYTES_BELOW = 60;
    private static final int KEY_BYTES = 128;
    private static final int URL_BYTES = 1024;
    private static final Set<String> NAMES =
            Set.of("name", "say", "page", "url", "scan", "place", "picture", "entries");

    private final String file;
    private final WechatAccount account;
    private final Site site;
    private final List<String> faults = new ArrayList<>();

    private ReadMenu(String file, WechatAccount account, Site site) {
        this.file = file;
        this.account = account;
        this.site = site;
    }

    /// @param menu without any entries where the file has none: then the account shows none
    record Result(WxMenu menu, List<String> faults) {}

    /// @param file for messages
    static Result from(String file, String text, WechatAccount account, Site site) {
        return new ReadMenu(file, account, site).read(text);
    }

    private Result read(String text) {
        var menu = new WxMenu();
        try {
            menu.setButtons(buttons(new YAMLMapper().readTree(text).path("entries"), "entries", true));
        } catch (JacksonException broken) {
            var fault = YamlFault.of(broken);
            faults.add("%s:%d: %s".formatted(file, fault.line(), fault));
        }
        return new Result(menu, List.copyOf(faults));
    }

    private List<WxMenuButton> buttons(JsonNode list, String where, boolean top) {
        int most = top ? ENTRIES : ENTRIES_BELOW;
        expect(list.isArray() && !list.isEmpty() && list.size() <= most, where, list.size() + " entries", "1-" + most);
        return IntStream.range(0, list.isArray() ? list.size() : 0)
                .filter(i -> leadsSomewhere(list.get(i)))
                .mapToObj(i -> button(list.get(i), "%s[%d]".formatted(where, i), top))
                .toList();
    }

    /// Without knowing our own address we leave out what opens pages of ours.
    private boolean leadsSomewhere(JsonNode entry) {
        JsonNode below = entry.path("entries");
        return below.isEmpty()
                ? site.isKnown() || !entry.has("page")
                : StreamSupport.stream(below.spliterator(), false).anyMatch(this::leadsSomewhere);
    }

    private WxMenuButton button(JsonNode entry, String where, boolean top) {
        var button = new WxMenuButton();
        entry.propertyNames().stream()
                .filter(it -> !NAMES.contains(it))
                .forEach(it -> expect(
                        false, where, it, "one of " + NAMES.stream().sorted().toList()));
        button.setName(text(entry, where, "name", top ? NAME_BYTES : NAME_BYTES_BELOW));
        var does =
                entry.propertyNames().stream().filter(it -> !it.equals("name")).toList();
        expect(does.size() == 1, where, does.toString(), "a name and one thing that it does");
        does.stream().limit(1).forEach(it -> act(button, entry, it, where, top));
        return button;
    }

    private void act(WxMenuButton button, JsonNode entry, String does, String where, boolean top) {
        switch (does) {
            case "say" -> keyed(button, "click", text(entry, where, does, KEY_BYTES));
            case "scan" -> keyed(button, "scancode_waitmsg", text(entry, where, does, KEY_BYTES));
            case "place" -> keyed(button, "location_select", text(entry, where, does, KEY_BYTES));
            case "picture" -> keyed(button, "pic_photo_or_album", text(entry, where, does, KEY_BYTES));
            case "url" -> opens(button, text(entry, where, does, URL_BYTES), where);
            case "page" -> page(text(entry, where, does, URL_BYTES), where).ifPresent(it -> opens(button, it, where));
            case "entries" -> {
                expect(top, where, "entries", "no third level");
                button.setSubButtons(top ? buttons(entry.path("entries"), where + ".entries", false) : List.of());
            }
            default -> {}
        }
    }

    private Optional<String> page(String path, String where) {
        try {
            return Optional.of(site.address(account, path));
        } catch (IllegalArgumentException broken) {
            expect(false, where + ".page", path, "the path of an address");
            return Optional.empty();
        }
    }

    private static void keyed(WxMenuButton button, String type, String key) {
        button.setType(type);
        button.setKey(key);
    }

    private void opens(WxMenuButton button, String url, String where) {
        expect(url.matches("https?://\\S+"), where, url, "an address");
        button.setType("view");
        button.setUrl(url);
    }

    private String text(JsonNode entry, String where, String name, int mostBytes) {
        String text = entry.path(name).asString("").strip();
        int bytes = text.getBytes(UTF_8).length;
        expect(
                bytes > 0 && bytes <= mostBytes,
                where + "." + name,
                text,
                "1-%d bytes, not %d".formatted(mostBytes, bytes));
        return text;
    }

    private void expect(boolean good, String where, String found, String expected) {
        if (!good) {
            faults.add("%s: %s '%s' (expected: %s)".formatted(file, where, found, expected));
        }
    }
}
