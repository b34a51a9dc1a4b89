package org.linli.outbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The words of all letters, as the folder `templates/letters` has them. A file that is broken leaves its last good
/// version in place.
@Component
class LetterTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(LetterTemplates.class);
    private static final String ENDING = ".txt";

    private final Folder folder;
    private volatile Map<String, LetterTemplate> templates = Map.of();
    private volatile Set<String> broken = Set.of();
    private final Map<String, String> told = new HashMap<>();

    @Autowired
    LetterTemplates() {
        this(new Folder("templates/letters"));
    }

    LetterTemplates(Folder folder) {
        this.folder = folder;
        load();
    }

    /// Throws [LetterNotRendered] when there are no good words.
    LetterTemplate named(String name) {
        LetterTemplate template = templates.get(name);
        if (template == null) {
            throw new LetterNotRendered("the template %s/%s%s %s"
                    .formatted(folder.name(), name, ENDING, broken.contains(name) ? "is broken" : "is missing"));
        }
        return template;
    }

    boolean mayChange() {
        return folder.isOnDisk();
    }

    /// Reads the disk: blocking.
    final synchronized void load() {
        var good = new HashMap<String, LetterTemplate>();
        var bad = new HashSet<String>();
        var packed = folder.readPacked(ENDING);
        folder.read(ENDING).forEach((file, words) -> {
            var template = new LetterTemplate(file.substring(0, file.length() - ENDING.length()), words);
            LetterTemplate before = templates.get(template.name());
            // those that are packed were looked at when the program was built: looking takes a fifth of a second
            if (words.equals(packed.get(file)) || template.equals(before) || isGood(template)) {
                good.put(template.name(), template);
            } else {
                bad.add(template.name());
                keep(before, good);
            }
        });
        templates = Map.copyOf(good);
        broken = Set.copyOf(bad);
    }

    private static void keep(@Nullable LetterTemplate before, Map<String, LetterTemplate> good) {
        if (before != null) {
            good.put(before.name(), before);
        }
    }

    /// Tells once a version, not every time the folder is looked at.
    private boolean isGood(LetterTemplate template) {
        Optional<String> fault = template.fault();
        if (fault.isPresent() && !template.words().equals(told.put(template.name(), template.words()))) {
            LOG.warn("{}/{}; the last good words stay in use", folder.name(), fault.get());
        }
        return fault.isEmpty();
    }
}
