package org.plenish.rules.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The world as rule code sees it: the classes of a list and no others. Nothing is asked of a parent, so whatever is not
 * listed does not exist, the JDK included.
 */
final class RuleClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader product;
    private final Set<String> names;
    private final Map<String, Class<?>> given;

    /**
     * @param product sees Drools and the JDK; in the packaged jar the only loader that sees both
     * @param names of classes to be seen, with dots
     * @param given classes to be seen as they are
     */
    RuleClassLoader(ClassLoader product, Set<String> names, Set<Class<?>> given) {
        super("rules", null);
        this.product = product;
        this.names = Set.copyOf(names);
        this.given = new HashMap<>();
        given.forEach(type -> this.given.put(type.getName(), type));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> type = given.get(name);
        if (type != null) {
            return type;
        }
        if (!names.contains(name)) {
            throw new ClassNotFoundException(name + " is not for rules");
        }
        return Class.forName(name, false, product);
    }

    /** The compiler reads classes as files. */
    @Override
    public @Nullable InputStream getResourceAsStream(String path) {
        return isSeen(path) ? product.getResourceAsStream(path) : null;
    }

    @Override
    public @Nullable URL getResource(String path) {
        return isSeen(path) ? product.getResource(path) : null;
    }

    @Override
    public Enumeration<URL> getResources(String path) throws IOException {
        return isSeen(path) ? product.getResources(path) : Collections.emptyEnumeration();
    }

    private boolean isSeen(String path) {
        if (!path.endsWith(".class")) {
            return false;
        }
        String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
        return names.contains(name) || given.containsKey(name);
    }
}
