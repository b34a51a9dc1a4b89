package org.linli.channels.wechat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.channels.Outbound;
import org.linli.platform.words.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Which letters fill which templates of the platform's: `templates/wechat/forms/<letter>.yml`.
///
/// With a fault in them the program does not start; while it runs, the last good ones stay in use.
@Component
class Forms {

    private static final Logger LOG = LoggerFactory.getLogger(Forms.class);
    private static final String ENDING = ".yml";

    private record Read(
            Map<String, Form> templates,
            Map<String, Form> subscriptions,
            Map<String, Form> once,
            List<String> faults) {}

    private final Folder folder;
    private volatile Map<String, Form> templates = Map.of();
    private volatile Map<String, Form> subscriptions = Map.of();
    private volatile Map<String, Form> once = Map.of();
    private volatile List<String> told = List.of();

    @Autowired
    Forms() {
        this(new Folder("templates/wechat/forms"));
    }

    /// Reads the disk: blocking, for the start.
    Forms(Folder folder) {
        this.folder = folder;
        Read read = read();
        if (!read.faults().isEmpty()) {
            throw new IllegalStateException(String.join("\n", read.faults()));
        }
        use(read);
    }

    Optional<Form> template(Outbound letter) {
        return closest(templates, letter);
    }

    Optional<Form> subscription(Outbound letter) {
        return closest(subscriptions, letter);
    }

    Optional<Form> once(Outbound letter) {
        return closest(once, letter);
    }

    Optional<Form> once(String letter) {
        return Optional.ofNullable(once.get(letter));
    }

    /// A notice of a kind that has a form of its own fills that one: `notice.outage` before `notice`.
    private static Optional<Form> closest(Map<String, Form> forms, Outbound letter) {
        String closer = letter.template() + "." + letter.facts().getOrDefault(Outbound.KIND, "");
        return Optional.ofNullable(forms.get(closer)).or(() -> Optional.ofNullable(forms.get(letter.template())));
    }

    /// The ids of all templates that letters need there and that the platform lists.
    List<String> neededIn(WechatAccount account) {
        return Stream.concat(templates.values().stream(), subscriptions.values().stream())
                .flatMap(it -> it.idIn(account).stream())
                .distinct()
                .sorted()
                .toList();
    }

    boolean mayChange() {
        return folder.isOnDisk();
    }

    /// Reads the disk: blocking. Faults are told once.
    synchronized void reload() {
        Read read = read();
        if (read.faults().isEmpty()) {
            use(read);
        } else if (!read.faults().equals(told)) {
            LOG.warn("{}; the last good ones stay in use", String.join("\n", read.faults()));
        }
        told = read.faults();
    }

    private void use(Read read) {
        templates = Map.copyOf(read.templates());
        subscriptions = Map.copyOf(read.subscriptions());
        once = Map.copyOf(read.once());
    }

    private Read read() {
        var read = new Read(new HashMap<>(), new HashMap<>(), new HashMap<>(), new ArrayList<>());
        folder.read(ENDING).forEach((file, text) -> {
            String letter = file.substring(0, file.length() - ENDING.length());
            var result = ReadForms.from(folder.name() + "/" + file, text);
            read.faults().addAll(result.faults());
            Optional.ofNullable(result.template())
                    .ifPresent(it -> read.templates().put(letter, it));
            Optional.ofNullable(result.subscription())
                    .ifPresent(it -> read.subscriptions().put(letter, it));
            Optional.ofNullable(result.once()).ifPresent(it -> read.once().put(letter, it));
        });
        return read;
    }
}
