package org.linli.channels.wechat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.words.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The menu of `templates/wechat/menu.yml`, in each account with the addresses of its own pages.
///
/// With a fault in it the program does not start; while it runs, the last good one stays in use.
@Component
class Menus {

    static final String FILE = "templates/wechat/menu.yml";

    private static final Logger LOG = LoggerFactory.getLogger(Menus.class);
    private static final String NAME = "menu.yml";

    private record Seen(String text, Menu good) {}

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Folder folder;
    private final Site site;
    private final String packed;
    private volatile List<String> told = List.of();

    @Autowired
    Menus(Accounts accounts, Site site) {
        this(new Folder("templates/wechat"), accounts, site);
    }

    /// Reads the disk: blocking, for the start.
    Menus(Folder folder, Accounts accounts, Site site) {
        this.folder = folder;
        this.site = site;
        this.packed = read();
        accounts.all().forEach(it -> {
            var faults = isWanted(packed) ? result(packed, it).faults() : List.<String>of();
            if (!faults.isEmpty()) {
                throw new IllegalStateException(String.join("\n", faults));
            }
        });
    }

    /// May read the disk: blocking. Empty where there is no such file, and then the platform's menu stays as it is.
    Optional<Menu> of(WechatAccount account) {
        String text = folder.isOnDisk() ? read() : packed;
        if (!isWanted(text)) {
            return Optional.empty();
        }
        Seen before = seen.get(account.id());
        return before != null && before.text().equals(text)
                ? Optional.of(before.good()).filter(it -> !it.isEmpty())
                : fresh(text, account);
    }

    private Optional<Menu> fresh(String text, WechatAccount account) {
        var result = result(text, account);
        if (result.faults().isEmpty()) {
            seen.put(account.id(), new Seen(text, Menu.of(result.menu())));
        } else if (!result.faults().equals(told)) {
            LOG.warn("{}; the last good menu stays", String.join("\n", result.faults()));
            told = result.faults();
        }
        return Optional.ofNullable(seen.get(account.id())).map(Seen::good).filter(it -> !it.isEmpty());
    }

    private ReadMenu.Result result(String text, WechatAccount account) {
        return ReadMenu.from(FILE, text, account, site);
    }

    private String read() {
        return folder.read(".yml").getOrDefault(NAME, "");
    }

    private static boolean isWanted(String text) {
        return !text.isBlank();
    }
}
