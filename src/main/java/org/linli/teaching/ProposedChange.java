package org.linli.teaching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was taught, as a change of the files of examples that people can review: pure.
///
/// @param files the changed ones, by path
/// @param added lessons that the change would make examples
/// @param known lessons that are among the examples already
public record ProposedChange(List<ChangedFile> files, List<Lesson> added, List<Lesson> known) {

    private static final Pattern EXAMPLE = Pattern.compile("^(\\s+)- (?!intent:).*");

    public ProposedChange {
        files = List.copyOf(files);
        added = List.copyOf(added);
        known = List.copyOf(known);
    }

    /// Each lesson once, behind the last example of its label. Lessons of labels without a file stay out of it.
    ///
    /// @param examples all files, text by path
    static ProposedChange of(SortedMap<String, String> examples, List<Lesson> taught) {
        var added = new ArrayList<Lesson>();
        var known = new ArrayList<Lesson>();
        var additions = new TreeMap<String, Set<String>>();
        var there = new HashMap<String, Set<String>>();
        for (Lesson it : taught) {
            String path = path(Objects.requireNonNull(it.label()));
            var lines = additions.computeIfAbsent(path, _ -> new LinkedHashSet<>());
            var present = there.computeIfAbsent(path, _ -> examplesIn(examples.getOrDefault(path, "")));
            if (present.contains(line(it))) {
                known.add(it);
            } else if (!present.isEmpty()) {
                added.add(it);
                lines.add(line(it));
            }
        }
        var files = additions.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> changed(it.getKey(), examples.get(it.getKey()), it.getValue()))
                .toList();
        return new ProposedChange(files, added, known);
    }

    /// For `git apply` or `patch -p1` beside the folder.
    public String patch(String folder) {
        return files.stream().map(it -> it.patch(folder)).collect(Collectors.joining());
    }

    /// All files with what changes of them; the same where nothing does.
    ///
    /// @param examples that the change was made of
    public SortedMap<String, String> over(SortedMap<String, String> examples) {
        var changed = new TreeMap<>(examples);
        files.forEach(it -> changed.put(it.path(), it.after()));
        return changed;
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    private static String path(String label) {
        return label.replace('.', '/') + ".yml";
    }

    private static Set<String> examplesIn(String text) {
        return text.lines()
                .filter(it -> EXAMPLE.matcher(it).matches())
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    /// Brackets would be read as the mark of an entity.
    private static String line(Lesson lesson) {
        return "- " + lesson.words().replace('[', '【').replace(']', '】').strip();
    }

    private static ChangedFile changed(String path, @Nullable String text, Collection<String> lines) {
        String whole = Objects.requireNonNull(text).endsWith("\n") ? text : text + "\n";
        var before = whole.lines().toList();
        int last = lastExample(whole);
        var found = EXAMPLE.matcher(before.get(last));
        String indent = found.matches() ? found.group(1) : "";
        return new ChangedFile(
                path,
                whole,
                before,
                last + 1,
                lines.stream().map(it -> indent + it).toList());
    }

    private static int lastExample(String text) {
        var lines = text.lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (EXAMPLE.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }
}
