package org.linli.web;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Folder;
import org.linli.platform.words.WordFile;
import org.springframework.context.support.AbstractMessageSource;

/// The pages and their words, all in memory, since an event loop must not wait for a disk.
///
/// Words are in `templates/messages/<module>.properties` in Chinese, `<module>_en.properties` in English; a key that is
/// missing in English is said in Chinese.
class PageWords extends AbstractMessageSource {

    private static final Folder PAGES = new Folder("templates/pages");
    private static final Folder MESSAGES = new Folder("templates/messages");
    private static final String ENGLISH = "_en.properties";

    private record Words(Map<String, String> pages, Map<String, String> chinese, Map<String, String> english) {}

    private volatile Words words = read();

    /// Reads the disk. Whether anything had changed.
    boolean renew() {
        var fresh = read();
        boolean changed = !fresh.equals(words);
        words = fresh;
        return changed;
    }

    /// @param name like `web/home`, or by its place in the folder of templates, `pages/web/home`
    /// @throws IllegalArgumentException when there is no such page
    String page(String name) {
        String page = words.pages().get(name.replaceFirst("^pages/", "") + ".html");
        if (page == null) {
            throw new IllegalArgumentException("no page templates/pages/%s.html".formatted(name));
        }
        return page;
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String text = resolveCodeWithoutArguments(code, locale);
        return text == null ? null : new MessageFormat(text, locale);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        String english = locale.getLanguage().equals("en") ? words.english().get(code) : null;
        return english == null ? words.chinese().get(code) : english;
    }

    private static Words read() {
        var chinese = new HashMap<String, String>();
        var english = new HashMap<String, String>();
        MESSAGES.readPacked(".properties").keySet().forEach(file -> {
            var words = WordFile.of(MESSAGES.name(), file);
            words.reload();
            (file.endsWith(ENGLISH) ? english : chinese).putAll(words.all());
        });
        return new Words(PAGES.read(".html"), chinese, english);
    }
}
