package org.linli.cases.behalf;

import java.util.regex.Pattern;

/// Telephone numbers as people write them.
public final class Telephone {

    private static final Pattern NUMBER = Pattern.compile("\\d{7,12}");

    private Telephone() {}

    /// Without spaces, dashes, brackets and the country's own code.
    public static String digits(String said) {
        return said.replaceAll("[\\s()（）-]", "").replaceFirst("^(?:\\+86|0086)", "");
    }

    /// Whether it can be called, or none is said.
    ///
    /// @param digits as [#digits] leaves them
    public static boolean isFine(String digits) {
        return digits.isEmpty() || NUMBER.matcher(digits).matches();
    }
}
