package org.plenish.web.order;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells controller methods that serve purchase orders and transfers alike which of them the address means. */
@Component
class OrderKindResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OrderKind.class;
    }

    @Override
    public OrderKind resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        return Arrays.stream(OrderKind.values())
                .filter(kind -> asked != null && asked.getServletPath().startsWith(kind.path()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        parameter.getMethod() + " is not below the address of a kind of order."));
    }
}
