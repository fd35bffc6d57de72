package org.plenish.web.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the current plan to every controller method that takes a {@link PlanHeader}. */
@Component
class PlanHeaderResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CurrentPlan currentPlan;

    PlanHeaderResolver(CurrentPlan currentPlan) {
        this.currentPlan = currentPlan;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PlanHeader.class;
    }

    @Override
    public PlanHeader resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return currentPlan.find().orElseThrow(NoPlanYetException::new);
    }
}
